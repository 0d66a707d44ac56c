import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { seedConfiguration } from '../support/configuration.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, regions, seedInventory } from '../support/inventory.ts'

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
