import { describe, expect, it } from 'vitest'
import { launchCheck } from '../../../src/domain/launch-check/launch-check.ts'
import type { ImageFacts, LaunchFacts } from '../../../src/domain/launch-check/launch-facts.ts'

const now = new Date('2026-11-23T12:00:00Z')
const read = new Date('2026-11-23T06:00:00Z')
const key = 'arn:aws:kms:eu-central-1:100000000002:key/1'

const image: ImageFacts = {
  region: 'eu-central-1',
  ownerAccountId: '100000000002',
  ownerAlias: null,
  name: 'golden',
  state: 'AVAILABLE',
  creationDate: new Date('2026-01-01T00:00:00Z'),
  deprecationTime: null,
  isPublic: false,
  architecture: 'X86_64',
  bootMode: null,
  tpmSupport: null,
  virtualizationType: 'HVM',
  rootDeviceType: 'EBS',
  enaSupport: true,
  trust: 'ORGANIZATION',
  productCodes: [],
  watermarks: [],
  supportedInstanceTypes: null,
  unsupportedInstanceTypes: null,
  observedAt: read,
  grants: [{ kind: 'ACCOUNT', grantee: '100000000003' }],
  listReadAt: read,
  storage: [{ snapshotId: 'snap-1', encrypted: false, keyArn: null, keyManager: null, access: 'UNKNOWN' }],
}
const account: LaunchFacts['account'] = {
  state: 'ACTIVE',
  isMember: true,
  organizationReadAt: read,
  isRegionEnabled: true,
  regionsReadAt: read,
  viewReadAt: read,
  allowedImages: { state: 'DISABLED', criteria: [] },
  allowedImagesReadAt: read,
}
const intel = {
  architectures: ['X86_64'],
  bootModes: ['LEGACY_BIOS', 'UEFI'],
  virtualizationTypes: ['HVM'],
  rootDeviceTypes: ['EBS'],
  nitroTpmSupport: 'SUPPORTED',
  enaSupport: 'REQUIRED',
}
type Type = Partial<typeof intel>

const facts = (
  ofImage: Partial<ImageFacts> | null,
  ofAccount: Partial<LaunchFacts['account']> = {},
  type: Type | null | 'not offered' | 'never read' = {},
): LaunchFacts => ({
  imageId: 'ami-00000001',
  accountId: '100000000003',
  region: 'eu-central-1',
  instanceType: type === null ? null : 'm7i.large',
  image: ofImage && { ...image, ...ofImage },
  account: { ...account, ...ofAccount },
  type:
    type === null
      ? null
      : typeof type === 'string'
        ? { offered: null, readAt: type === 'not offered' ? read : null }
        : { offered: { ...intel, ...type }, readAt: read },
})

const found = (given: LaunchFacts) => {
  const { verdict, blockers } = launchCheck(given, now)
  return [verdict, ...blockers.map(({ code, certainty }) => `${code} ${certainty}`)]
}

const encrypted = (more: object) => [
  { snapshotId: 'snap-1', encrypted: true, keyArn: key, keyManager: 'CUSTOMER', access: 'ALLOWED' as const, ...more },
]
const mark = {
  watermarkKey: '100000000002:approved',
  sourceImageRegion: 'eu-central-1',
  sourceImageCreationTime: read,
  watermarkCreationTime: read,
}
const marked = {
  state: 'ENABLED',
  criteria: [
    {
      imageProviders: null,
      imageNames: null,
      marketplaceProductCodes: null,
      maximumDaysSinceCreated: null,
      maximumDaysSinceDeprecated: null,
      imageWatermarks: [
        {
          watermarkKey: '*:approved',
          sourceImageRegion: null,
          maximumDaysSinceSourceImageCreated: null,
          maximumDaysSinceWatermarkCreated: 1,
        },
      ],
      otherConditions: [],
    },
  ],
}
const noNames = { state: 'ENABLED', criteria: [] }

describe('whether an account can launch an image', () => {
  it.each<[name: string, document: string, given: LaunchFacts, expected: string[]]>([
    ['all is known, nothing is in the way', 'RunInstances', facts({}), ['YES']],
    ['without an instance type', 'RunInstances', facts({}, {}, null), ['YES']],
    ['the image was never seen', 'R20', facts(null), ['UNKNOWN', 'IMAGE_NOT_SEEN POSSIBLE']],
    ['the image is elsewhere', 'Copy an AMI (R1)', facts({ region: 'us-east-1' }), ['NO', 'WRONG_REGION CERTAIN']],
    ['disabled', 'Disable an AMI (R4)', facts({ state: 'DISABLED' }), ['NO', 'IMAGE_DISABLED CERTAIN']],
    ['deregistered', 'Deregister an AMI', facts({ state: 'DEREGISTERED' }), ['NO', 'IMAGE_NOT_AVAILABLE CERTAIN']],
    ['pending', 'DescribeImages', facts({ state: 'PENDING' }), ['NO', 'IMAGE_NOT_AVAILABLE CERTAIN']],
    ['deprecated: a warning only', 'Deprecate an AMI (R4)', facts({ deprecationTime: read }), ['YES']],

    [
      'no permission on a list that was read',
      'Share an AMI (R6)',
      facts({ grants: [] }),
      ['NO', 'NO_PERMISSION CERTAIN'],
    ],
    [
      'the list was never read, and the account does not see it',
      'DescribeImages ExecutableUsers=self (R21)',
      facts({ grants: [], listReadAt: null }),
      ['NO', 'NO_PERMISSION CERTAIN'],
    ],
    [
      'neither the list nor the view was ever read',
      'R20',
      facts({ grants: [], listReadAt: null }, { viewReadAt: null }),
      ['UNKNOWN', 'NO_PERMISSION POSSIBLE'],
    ],

    ['a suspended account', 'ListAccounts', facts({}, { state: 'SUSPENDED' }), ['NO', 'ACCOUNT_NOT_ACTIVE CERTAIN']],
    [
      'an account outside the organization',
      'R20',
      facts({}, { state: null, isMember: false }),
      ['UNKNOWN', 'ACCOUNT_NOT_ACTIVE POSSIBLE'],
    ],
    [
      'the Region is off',
      'DescribeRegions',
      facts({}, { isRegionEnabled: false }),
      ['NO', 'REGION_NOT_ENABLED CERTAIN'],
    ],
    [
      'Regions never read',
      'R20',
      facts({}, { isRegionEnabled: false, regionsReadAt: null }),
      ['UNKNOWN', 'REGION_NOT_ENABLED POSSIBLE'],
    ],

    [
      'Allowed AMIs do not allow it',
      'Allowed AMIs (R13)',
      facts({}, { allowedImages: noNames }),
      ['NO', 'ALLOWED_IMAGES CERTAIN'],
    ],
    [
      'own images are exempt',
      'Allowed AMIs (R13)',
      facts({ ownerAccountId: '100000000003' }, { allowedImages: noNames }),
      ['YES'],
    ],
    [
      'audit mode: a warning only',
      'Allowed AMIs (R13)',
      facts({}, { allowedImages: { ...noNames, state: 'AUDIT_MODE' } }),
      ['YES'],
    ],
    [
      'Allowed AMIs ask for a watermark that it carries',
      'ImageWatermarkFilterRequest (R13)',
      facts({ watermarks: [mark] }, { allowedImages: marked }),
      ['YES'],
    ],
    [
      '… that it does not carry',
      'ImageWatermarkFilterRequest (R13)',
      facts({}, { allowedImages: marked }),
      ['NO', 'ALLOWED_IMAGES CERTAIN'],
    ],
    [
      '… and nobody told what it carries',
      'R20',
      facts({ watermarks: null }, { allowedImages: marked }),
      ['UNKNOWN', 'ALLOWED_IMAGES POSSIBLE'],
    ],
    ['settings never read', 'R20', facts({}, { allowedImages: null }), ['UNKNOWN', 'ALLOWED_IMAGES POSSIBLE']],

    [
      'a type among those that the owner names',
      'ReplaceImageInstanceTypeSpecification',
      facts({ supportedInstanceTypes: ['c7i.*', 'm7i.*'] }),
      ['YES'],
    ],
    [
      'a type beside them',
      'ReplaceImageInstanceTypeSpecification',
      facts({ supportedInstanceTypes: ['c7i.*', 'm7i.xlarge'] }),
      ['NO', 'INSTANCE_TYPE_UNSUPPORTED CERTAIN'],
    ],
    [
      'a type that the owner excludes, among those named',
      'ReplaceImageInstanceTypeSpecification',
      facts({ supportedInstanceTypes: ['m7i.*'], unsupportedInstanceTypes: ['*.large'] }),
      ['NO', 'INSTANCE_TYPE_UNSUPPORTED CERTAIN'],
    ],
    [
      'a type that the owner does not exclude',
      'ReplaceImageInstanceTypeSpecification',
      facts({ unsupportedInstanceTypes: ['m7i.metal*'] }),
      ['YES'],
    ],
    ['encrypted, the key lets in', 'Share an AMI (R9)', facts({ storage: encrypted({}) }), ['YES']],
    [
      'encrypted, the key does not',
      'R9',
      facts({ storage: encrypted({ access: 'DENIED' }) }),
      ['NO', 'KEY_NOT_SHARED CERTAIN'],
    ],
    [
      'encrypted, nobody knows',
      'R9',
      facts({ storage: encrypted({ access: 'UNKNOWN' }) }),
      ['UNKNOWN', 'KEY_ACCESS_UNKNOWN POSSIBLE'],
    ],
    [
      'encrypted with the AWS managed key',
      'Share an AMI: considerations (R9)',
      facts({ storage: encrypted({ access: 'DENIED', keyManager: 'AWS' }) }),
      ['NO', 'AWS_MANAGED_KEY CERTAIN'],
    ],
    [
      'encrypted with a key nobody told',
      'R20',
      facts({ storage: encrypted({ keyArn: null, access: 'UNKNOWN' }) }),
      ['UNKNOWN', 'KEY_ACCESS_UNKNOWN POSSIBLE'],
    ],
    [
      'perhaps encrypted',
      'R20',
      facts({ storage: encrypted({ encrypted: null, keyArn: null, access: 'UNKNOWN' }) }),
      ['UNKNOWN', 'KEY_ACCESS_UNKNOWN POSSIBLE'],
    ],
    ['volumes nobody told', 'R20', facts({ storage: null }), ['UNKNOWN', 'KEY_ACCESS_UNKNOWN POSSIBLE']],
    ['… of a public image: never encrypted', 'R8', facts({ storage: null, isPublic: true }), ['YES']],
    [
      'the same key on two volumes is one blocker',
      'R9',
      facts({ storage: [...encrypted({ access: 'DENIED' }), ...encrypted({ access: 'DENIED' })] }),
      ['NO', 'KEY_NOT_SHARED CERTAIN'],
    ],

    ['another architecture', 'DescribeInstanceTypes', facts({ architecture: 'ARM64' }), ['NO', 'ARCHITECTURE CERTAIN']],
    [
      'an unknown architecture',
      'R20',
      facts({ architecture: null }),
      ['UNKNOWN', 'ARCHITECTURE POSSIBLE', 'BOOT_MODE POSSIBLE'],
    ],
    [
      'UEFI on a type without',
      'Boot modes (R2)',
      facts({ bootMode: 'UEFI' }, {}, { bootModes: ['LEGACY_BIOS'] }),
      ['NO', 'BOOT_MODE CERTAIN'],
    ],
    [
      'legacy BIOS on a type without',
      'Boot modes (R2)',
      facts({ bootMode: 'LEGACY_BIOS' }, {}, { bootModes: ['UEFI'] }),
      ['NO', 'BOOT_MODE CERTAIN'],
    ],
    [
      'a type that is not there',
      'DescribeInstanceTypes',
      facts({}, {}, 'not offered'),
      ['NO', 'INSTANCE_TYPE_UNSUPPORTED CERTAIN'],
    ],
    ['types never read', 'R20', facts({}, {}, 'never read'), ['UNKNOWN', 'INSTANCE_TYPE_UNSUPPORTED POSSIBLE']],
    [
      'paravirtual',
      'Virtualization types',
      facts({ virtualizationType: 'PARAVIRTUAL' }),
      ['NO', 'INSTANCE_TYPE_UNSUPPORTED CERTAIN'],
    ],
    [
      'instance store',
      'Root device type',
      facts({ rootDeviceType: 'INSTANCE_STORE' }),
      ['NO', 'INSTANCE_TYPE_UNSUPPORTED CERTAIN'],
    ],
    ['without ENA', 'Enhanced networking', facts({ enaSupport: false }), ['NO', 'INSTANCE_TYPE_UNSUPPORTED CERTAIN']],
    ['ENA not told', 'R20', facts({ enaSupport: null }), ['YES']],
    [
      'NitroTPM on a type without',
      'Requirements for NitroTPM (R2)',
      facts({ tpmSupport: 'v2.0' }, {}, { nitroTpmSupport: 'UNSUPPORTED' }),
      ['NO', 'INSTANCE_TYPE_UNSUPPORTED CERTAIN'],
    ],
    [
      'every blocker, not only the first',
      'question 3',
      facts({ state: 'DISABLED', grants: [], architecture: 'ARM64' }, { state: 'CLOSED', isRegionEnabled: false }),
      [
        'NO',
        'IMAGE_DISABLED CERTAIN',
        'NO_PERMISSION CERTAIN',
        'ACCOUNT_NOT_ACTIVE CERTAIN',
        'REGION_NOT_ENABLED CERTAIN',
        'ARCHITECTURE CERTAIN',
      ],
    ],
  ])('%s (%s)', (_name, _document, given, expected) => {
    expect(found(given)).toEqual(expected)
  })

  it.each<[code: string, given: LaunchFacts]>([
    ['DEPRECATED', facts({ deprecationTime: read })],
    ['UNTRUSTED_OWNER', facts({ trust: 'UNTRUSTED' })],
    ['PAID_SOFTWARE', facts({ productCodes: ['prodcode1'] })],
    ['UEFI_FEATURES_LOST', facts({ bootMode: 'UEFI_PREFERRED' }, {}, { bootModes: ['LEGACY_BIOS'] })],
    ['ALLOWED_IMAGES_AUDIT', facts({}, { allowedImages: { ...noNames, state: 'AUDIT_MODE' } })],
  ])('warns: %s', (code, given) => {
    expect(launchCheck(given, now).warnings.map(warning => warning.code)).toEqual([code])
    expect(launchCheck(given, now).verdict).toBe('YES')
  })

  it.each<[code: string, given: LaunchFacts]>([
    ['PAID_SOFTWARE', facts({ productCodes: null })],
    ['ALLOWED_IMAGES_AUDIT', facts({ watermarks: null }, { allowedImages: { ...marked, state: 'AUDIT_MODE' } })],
  ])('warns of what nobody knows: %s', (code, given) => {
    expect(launchCheck(given, now)).toMatchObject({
      verdict: 'YES',
      warnings: [{ code, certainty: 'POSSIBLE', observedAt: read }],
    })
  })

  it('names the rule of everything it finds', () => {
    const { blockers } = launchCheck(facts({ grants: [], state: 'DISABLED', storage: null }), now)
    expect(blockers.map(({ code, rule }) => `${code} ${rule}`)).toEqual([
      'IMAGE_DISABLED R4',
      'NO_PERMISSION R6',
      'KEY_ACCESS_UNKNOWN R9',
    ])
    const [warning] = launchCheck(facts({ productCodes: ['prodcode1'] }), now).warnings
    expect(warning).toMatchObject({ code: 'PAID_SOFTWARE', rule: 'R14', certainty: 'CERTAIN', observedAt: read })
  })

  it('says how it boots, and how old the evidence is', () => {
    expect(launchCheck(facts({ bootMode: 'UEFI_PREFERRED' }), now).effectiveBootMode).toBe('UEFI')
    expect(launchCheck(facts({}, {}, null), now).effectiveBootMode).toBeNull()
    expect(launchCheck(facts({ grants: [] }), now).blockers[0]).toMatchObject({ observedAt: read })
  })
})
