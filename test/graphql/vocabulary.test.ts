import { buildSchema, isEnumType } from 'graphql'
import { expect, it } from 'vitest'
import { imageEvidence } from '../../src/domain/image-evidence.ts'
import { sourceKinds } from '../../src/domain/source.ts'
import { type Vocabulary, vocabulary } from '../../src/domain/vocabulary.ts'
import { readTypeDefs } from '../../src/graphql/schema.ts'

// What the sync may write and what the schema can say are the same: else a value of AWS's would become an error.

const schema = buildSchema(readTypeDefs().join('\n'))
const valuesOf = (name: string): string[] => {
  const type = schema.getType(name)
  if (!isEnumType(type)) throw new Error(`The schema has no enum ${name}`)
  return type
    .getValues()
    .map(value => value.name)
    .sort()
}

/** Enums whose values are AWS's; platform is derived and has an enum of its own. */
const enums: Record<Exclude<keyof Vocabulary, 'platform'>, string> = {
  accountJoinedMethod: 'AccountJoinedMethod',
  accountState: 'AccountState',
  architecture: 'Architecture',
  allowedImagesState: 'AllowedImagesState',
  blockPublicAccessState: 'BlockPublicAccessState',
  bootMode: 'BootMode',
  fastLaunchState: 'FastLaunchState',
  featureSupport: 'FeatureSupport',
  hypervisor: 'Hypervisor',
  imageReferenceKind: 'ImageReferenceKind',
  imageState: 'ImageState',
  imageType: 'ImageType',
  instanceLifecycle: 'InstanceLifecycle',
  instanceState: 'InstanceState',
  instanceTypeHypervisor: 'InstanceTypeHypervisor',
  imageBuildState: 'ImageBuildState',
  imagePipelineStatus: 'ImagePipelineStatus',
  kmsKeyManager: 'KmsKeyManager',
  kmsKeyState: 'KmsKeyState',
  optInStatus: 'OptInStatus',
  organizationFeatureSet: 'OrganizationFeatureSet',
  productCodeKind: 'ProductCodeKind',
  rootDeviceType: 'RootDeviceType',
  settingManager: 'SettingManager',
  snapshotState: 'SnapshotState',
  storageTier: 'SnapshotStorageTier',
  usageClass: 'UsageClass',
  virtualizationType: 'VirtualizationType',
}

it.each(Object.entries(enums))('%s is the enum %s', (name, enumName) => {
  expect([...vocabulary[name as keyof Vocabulary]].sort()).toEqual(valuesOf(enumName))
})

it('knows every kind of source and of evidence', () => {
  expect([...sourceKinds].sort()).toEqual(valuesOf('SourceKind'))
  expect([...imageEvidence].sort()).toEqual(valuesOf('ImageEvidence'))
})
