import type { BootModeType, BootModeValues, InstanceTypeInfo } from '@aws-sdk/client-ec2'

/**
 * How an instance of the type boots from an image (R2); undefined where it cannot. Without a boot mode the type's own
 * default holds: UEFI on Graviton, legacy BIOS on Intel and AMD.
 */
export const bootModeOn = (type: InstanceTypeInfo, bootMode: BootModeValues | undefined): BootModeType | undefined => {
  const supported = type.SupportedBootModes ?? []
  if (bootMode === 'uefi-preferred') return supported.includes('uefi') ? 'uefi' : 'legacy-bios'
  if (bootMode === undefined) return supported.includes('legacy-bios') ? 'legacy-bios' : 'uefi'
  return supported.find(mode => mode === bootMode)
}
