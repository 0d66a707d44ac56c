import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { parameterArn, seedConfiguration } from '../support/configuration.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, images, regions, seedInventory } from '../support/inventory.ts'

/** What accounts have set, and what AWS offers them. */
let database: TestDatabase
let api: TestApi
beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  await seedConfiguration(database.pool)
  api = await createTestApi(database.pool)
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

const ask = async (query: string) => {
  const { data, errors } = await api.query(query)
  expect(errors).toBeUndefined()
  return data
}

describe('an account in a Region', () => {
  const regionOf = async (accountId: string, region: string, fields: string) => {
    const { account } = await ask(`{ account(accountId: "${accountId}") { regions { region ${fields} } } }`)
    return account.regions.find((each: { region: string }) => each.region === region)
  }

  it('has Allowed AMIs settings with every criterion (R13)', async () => {
    const fields = `allowedImages { state managedBy observedAt criteria {
      imageProviders imageNames marketplaceProductCodes maximumDaysSinceCreated maximumDaysSinceDeprecated
      otherConditions } }`
    const { allowedImages } = await regionOf(accounts.appA, regions.frankfurt, fields)
    const criterion = {
      imageProviders: ['amazon', accounts.golden],
      imageNames: null,
      marketplaceProductCodes: null,
      maximumDaysSinceCreated: 300,
      maximumDaysSinceDeprecated: null,
      otherConditions: [],
    }
    expect(allowedImages).toEqual({
      state: 'ENABLED',
      managedBy: 'DECLARATIVE_POLICY',
      observedAt: null,
      criteria: [
        criterion,
        { ...criterion, imageProviders: null, imageNames: ['keel*'], otherConditions: ['ImageWatermarks'] },
      ],
    })
  })

  it('has public access to images and to snapshots blocked apart (R8)', async () => {
    const fields = 'imageBlockPublicAccess { state managedBy } snapshotBlockPublicAccess { state }'
    expect(await regionOf(accounts.appA, regions.frankfurt, fields)).toEqual({
      region: regions.frankfurt,
      imageBlockPublicAccess: { state: 'BLOCK_NEW_SHARING', managedBy: 'ACCOUNT' },
      snapshotBlockPublicAccess: { state: 'BLOCK_ALL_SHARING' },
    })
    expect(await regionOf(accounts.golden, regions.frankfurt, fields)).toMatchObject({
      imageBlockPublicAccess: { state: 'UNBLOCKED' },
      snapshotBlockPublicAccess: null,
    })
  })

  it('has none where they were never read', async () => {
    expect(await regionOf(accounts.appB, regions.virginia, 'allowedImages { state }')).toEqual({
      region: regions.virginia,
      allowedImages: null,
    })
  })
})

describe('instance types (R2)', () => {
  it.each<[string, string[]]>([
    ['{ supportedBootMode: { eq: UEFI } }', ['m5.metal', 'm7g.large', 'm7i.large', 'm7i.large']],
    ['{ supportedBootMode: { eq: UEFI }, not: { supportedBootMode: { eq: LEGACY_BIOS } } }', ['m7g.large']],
    ['{ supportedArchitecture: { in: [ARM64, I386] } }', ['m7g.large', 't2.micro']],
    ['{ supportedArchitecture: { in: [] } }', []],
    ['{ currentGeneration: false }', ['t2.micro']],
    [`{ region: { eq: "${regions.virginia}" } }`, ['m7i.large']],
    ['{ instanceType: { like: "*.large" }, supportedArchitecture: { eq: ARM64 } }', ['m7g.large']],
  ])('%s', async (filter, expected) => {
    const { instanceTypes } = await ask(`{ instanceTypes(filter: ${filter}) { nodes { instanceType } totalCount } }`)
    expect(instanceTypes.nodes.map((node: { instanceType: string }) => node.instanceType)).toEqual(expected)
    expect(instanceTypes.totalCount).toBe(expected.length)
  })

  it('is found by its name and Region', async () => {
    const { found, elsewhere } = await ask(`{
      found: instanceType(instanceType: "t2.micro", region: "${regions.frankfurt}") {
        region instanceType currentGeneration bareMetal hypervisor supportedArchitectures supportedBootModes
        supportedVirtualizationTypes supportedRootDeviceTypes supportedUsageClasses nitroTpmSupport enaSupport
        defaultVCpus memoryMiB }
      elsewhere: instanceType(instanceType: "t2.micro", region: "${regions.virginia}") { region } }`)
    expect(elsewhere).toBeNull()
    expect(found).toEqual({
      region: regions.frankfurt,
      instanceType: 't2.micro',
      currentGeneration: false,
      bareMetal: false,
      hypervisor: 'XEN',
      supportedArchitectures: ['I386', 'X86_64'],
      supportedBootModes: ['LEGACY_BIOS'],
      supportedVirtualizationTypes: ['HVM'],
      supportedRootDeviceTypes: ['EBS'],
      supportedUsageClasses: ['ON_DEMAND', 'SPOT'],
      nitroTpmSupport: 'UNSUPPORTED',
      enaSupport: null,
      defaultVCpus: 1,
      memoryMiB: 8192,
    })
  })
})

describe('an image', () => {
  const imageOf = async (imageId: string, fields: string) =>
    (await ask(`{ image(region: "${regions.frankfurt}", imageId: "${imageId}") { ${fields} } }`)).image

  it('has the resources that name it, of every account', async () => {
    const { references } = await imageOf(
      images.manyPaths,
      'references { totalCount nodes { account { name } region imageId image { name } kind arn observedAt } }',
    )
    const place = { region: regions.frankfurt, imageId: images.manyPaths, observedAt: null }
    const image = { name: (await imageOf(images.manyPaths, 'name')).name }
    const appA = { ...place, image, account: { name: 'app-a' } }
    expect(references).toEqual({
      totalCount: 3,
      nodes: [
        { ...appA, kind: 'IMAGE_BUILDER_RECIPE', arn: 'arn:aws:imagebuilder:::image-recipe/x' },
        { ...appA, kind: 'SSM_PARAMETER', arn: parameterArn(accounts.appA) },
        { ...appA, account: { name: 'app-b' }, kind: 'SSM_PARAMETER', arn: parameterArn(accounts.appB) },
      ],
    })
  })

  it('has the launch template versions that launch it, by ID or by parameter', async () => {
    const { launchTemplateVersions } = await imageOf(
      images.manyPaths,
      `launchTemplateVersions { nodes { account { name } launchTemplateId launchTemplateName versionNumber isDefault
        isLatest imageParameter instanceType createTime createdBy } }`,
    )
    const version = {
      launchTemplateName: 'web',
      isLatest: true,
      instanceType: 'm7i.large',
      createTime: '2026-04-01T00:00:00.000Z',
      createdBy: `arn:aws:iam::${accounts.appA}:role/deploy`,
    }
    expect(launchTemplateVersions.nodes).toEqual([
      {
        ...version,
        account: { name: 'app-a' },
        launchTemplateId: 'lt-00000001',
        versionNumber: 3,
        isDefault: false,
        imageParameter: null,
      },
      {
        ...version,
        account: { name: 'app-b' },
        launchTemplateId: 'lt-00000002',
        versionNumber: 1,
        isDefault: true,
        imageParameter: 'resolve:ssm:golden',
      },
    ])
  })

  it('has fast launch by account', async () => {
    const { fastLaunch } = await imageOf(
      images.manyPaths,
      `fastLaunch { account { name } state stateTransitionReason stateTransitionTime targetResourceCount
        maxParallelLaunches launchTemplateId launchTemplateName launchTemplateVersion }`,
    )
    const golden = {
      account: { name: 'golden' },
      state: 'ENABLED',
      stateTransitionReason: 'Client.UserInitiated',
      stateTransitionTime: '2026-05-01T00:00:00.000Z',
      targetResourceCount: 5,
      maxParallelLaunches: 6,
      launchTemplateId: 'lt-00000001',
      launchTemplateName: 'fast',
      launchTemplateVersion: '1',
    }
    const failed = { state: 'ENABLING_FAILED', targetResourceCount: null, launchTemplateId: null }
    expect(fastLaunch).toEqual([golden, { ...golden, ...failed, account: { name: 'app-a' } }])
    expect((await imageOf(images.private, 'fastLaunch { state }')).fastLaunch).toEqual([])
  })

  it('is found in the Recycle Bin of its owner', async () => {
    const { recycleBin } = await imageOf(images.gone, 'recycleBin { account { accountId } enterTime exitTime }')
    expect(recycleBin).toEqual({
      account: { accountId: accounts.golden },
      enterTime: '2026-10-01T00:00:00.000Z',
      exitTime: '2026-12-01T00:00:00.000Z',
    })
    expect((await imageOf(images.private, 'recycleBin { exitTime }')).recycleBin).toBeNull()
  })
})

describe('lists', () => {
  it.each<[string, string, string, string[]]>([
    ['launchTemplateVersions', 'launchTemplateId', '{ imageId: { unset: true } }', ['lt-00000003']],
    ['launchTemplateVersions', 'launchTemplateId', '{ isDefault: false }', ['lt-00000001']],
    [
      'launchTemplateVersions',
      'launchTemplateId',
      `{ account: { eq: "${accounts.appB}" } }`,
      ['lt-00000002', 'lt-00000003'],
    ],
    [
      'launchTemplateVersions',
      'launchTemplateId',
      '{ launchTemplateName: { like: "w*" }, isLatest: false }',
      ['lt-00000001'],
    ],
    ['imageReferences', 'kind', '{ kind: { eq: IMAGE_BUILDER_RECIPE } }', ['IMAGE_BUILDER_RECIPE']],
    ['imageReferences', 'arn', '{ imageId: { eq: "ami-0000dead" } }', [parameterArn(accounts.golden)]],
    ['recycleBinImages', 'imageId', '{}', [images.gone, 'ami-0000dead']],
    ['recycleBinImages', 'imageId', '{ exitTime: { before: "2027-01-01T00:00:00Z" } }', [images.gone]],
  ])('%s: %s by %s', async (list, field, filter, expected) => {
    const found = (await ask(`{ list: ${list}(filter: ${filter}) { totalCount nodes { ${field} } } }`)).list
    expect(found.nodes.map((node: Record<string, string>) => node[field])).toEqual(expected)
    expect(found.totalCount).toBe(expected.length)
  })

  it('what launches an image that is gone is told apart from what launches none', async () => {
    const { launchTemplateVersions } = await ask(`{
      launchTemplateVersions(filter: { imageId: { eq: "ami-0000dead" } }) { nodes { imageId image { name } } } }`)
    expect(launchTemplateVersions.nodes).toEqual([{ imageId: 'ami-0000dead', image: null }])
  })
})
