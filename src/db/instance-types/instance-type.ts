import { type AskedRow, type Concept, column, table, textKey } from '../concept.ts'
import { flag, oneOf, oneOfMany, text } from '../filter.ts'
import { relate } from '../relation.ts'

/** (R2) What AWS offers in a Region, and what it can boot. */
export const instanceType: Concept = {
  name: 'InstanceType',
  from: table('amigraph.instance_types'),
  fields: {
    region: column('region'),
    instanceType: column('instance_type'),
    currentGeneration: column('is_current_generation'),
    bareMetal: column('is_bare_metal'),
    hypervisor: column('hypervisor'),
    supportedArchitectures: column('supported_architectures'),
    supportedBootModes: column('supported_boot_modes'),
    supportedVirtualizationTypes: column('supported_virtualization_types'),
    supportedRootDeviceTypes: column('supported_root_device_types'),
    supportedUsageClasses: column('supported_usage_classes'),
    nitroTpmSupport: column('nitro_tpm_support'),
    enaSupport: column('ena_support'),
    defaultVCpus: column('default_vcpus'),
    memoryMiB: column('memory_mib'),
  },
  always: ['region', 'instanceType'],
  filters: {
    instanceType: text(column('instance_type')),
    region: oneOf(column('region')),
    supportedArchitecture: oneOfMany(column('supported_architectures')),
    supportedBootMode: oneOfMany(column('supported_boot_modes')),
    currentGeneration: flag(column('is_current_generation')),
  },
  orders: { INSTANCE_TYPE: [textKey('instance_type'), textKey('region')] },
  defaultOrder: { field: 'INSTANCE_TYPE', direction: 'ASC' },
}

/** What every row of an instance type has. */
export type InstanceTypeRow = AskedRow & { readonly region: string; readonly instanceType: string }

/** One instance type in one Region. */
export const instanceTypeByKey = relate('instance type', instanceType, {
  region: 'region',
  instance_type: 'instanceType',
})
