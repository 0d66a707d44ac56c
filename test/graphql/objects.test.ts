import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import {
  accounts,
  imageRow,
  images,
  insert,
  organizationArn,
  organizationId,
  regions,
  seedInventory,
  unitArn,
  units,
} from '../support/inventory.ts'

let database: TestDatabase
let api: TestApi

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  api = await createTestApi(database.pool)
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

const ask = async (query: string, variables = {}) => {
  const { data, errors } = await api.query(query, variables)
  expect(errors).toBeUndefined()
  return data
}

it('answers an image with all that hangs on it', async () => {
  const { image } = await ask(`{
    image(imageId: "${images.private}") {
      id name state imageType architecture platform platformDetails usageOperation bootMode creationDate deprecated
      evidence evidenceAccount { name } observedAt firstSeenAt instanceCount sourceImage { imageId }
      blockDevices { deviceName snapshotId volumeSizeGiB volumeType encrypted virtualName suppressed snapshot { state owner { name } } }
      productCodes { productCode kind }
      tags { key value setByOwner setBy { accountId } }
      instances { totalCount nodes { instanceId tags { key value } account { name } imageAllowed observedAt } }
    }
  }`)
  expect(image).toEqual({
    id: `Image:${regions.frankfurt}:${images.private}`,
    name: 'golden-linux-1',
    state: 'AVAILABLE',
    imageType: null,
    architecture: 'X86_64',
    platform: 'LINUX',
    platformDetails: 'Linux/UNIX',
    usageOperation: 'RunInstances',
    bootMode: null,
    creationDate: '2026-01-05T00:00:00.000Z',
    deprecated: false,
    evidence: 'OWNER',
    evidenceAccount: { name: 'golden' },
    observedAt: '2026-11-20T00:00:00.000Z',
    firstSeenAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    instanceCount: 1,
    sourceImage: null,
    blockDevices: [
      {
        deviceName: '/dev/sda',
        snapshotId: 'snap-00000001',
        volumeSizeGiB: 8,
        volumeType: 'gp3',
        encrypted: true,
        virtualName: null,
        suppressed: false,
        snapshot: { state: 'COMPLETED', owner: { name: 'golden' } },
      },
      {
        deviceName: '/dev/sdb',
        snapshotId: null,
        volumeSizeGiB: null,
        volumeType: null,
        encrypted: null,
        virtualName: 'ephemeral0',
        suppressed: false,
        snapshot: null,
      },
    ],
    productCodes: [{ productCode: 'devpay01', kind: 'DEVPAY' }],
    tags: [{ key: 'stage', value: 'prod', setByOwner: true, setBy: { accountId: accounts.golden } }],
    instances: {
      totalCount: 1,
      nodes: [
        {
          instanceId: 'i-00000001',
          tags: [{ key: 'Name', value: 'i-00000001' }],
          account: { name: 'golden' },
          imageAllowed: null,
          observedAt: '2026-11-20T00:00:00.000Z',
        },
      ],
    },
  })
})

it('keeps the tags of different accounts apart (R10)', async () => {
  const { image } = await ask(`{
    image(imageId: "${images.manyPaths}") {
      tags { key value setByOwner setBy { name } }
      consumers: tags(setBy: "${accounts.appA}") { key value }
    }
  }`)
  expect(image.tags).toEqual([
    { key: 'stage', value: 'test', setByOwner: true, setBy: { name: 'golden' } },
    { key: 'Größe', value: '☃ 𝒳', setByOwner: false, setBy: { name: 'app-a' } },
    { key: 'stage', value: 'prod', setByOwner: false, setBy: { name: 'app-a' } },
  ])
  expect(image.consumers.map(({ key }: { key: string }) => key)).toEqual(['Größe', 'stage'])
})

it('shows watermarks, with whose they are and where they come from (R19)', async () => {
  const [carrier, unread] = ['ami-0000aa01', 'ami-0000aa02']
  await insert(database.pool, 'images', [
    imageRow(carrier, { supported_instance_types: ['m5.*', 't3.large'], unsupported_instance_types: ['m5.metal'] }),
    imageRow(unread, { watermark_count: null }),
  ])
  await insert(
    database.pool,
    'image_watermarks',
    [`${accounts.golden}:approved`, `${accounts.partner}:base`].map((watermark_key, i) => ({
      region: regions.frankfurt,
      image_id: carrier,
      watermark_key,
      ...(i === 0
        ? {
            source_image_region: regions.frankfurt,
            source_image_id: images.private,
            source_image_creation_time: '2026-01-05T00:00:00Z',
            watermark_creation_time: '2026-01-06T00:00:00Z',
          }
        : {}),
    })),
  )
  await database.pool.query('update amigraph.images set watermark_count = 2 where image_id = $1', [carrier])
  const fields = `watermarks { watermarkKey account { accountId name } sourceImage { name } sourceImageId
    sourceImageRegion sourceImageCreationTime watermarkCreationTime } supportedInstanceTypes unsupportedInstanceTypes`
  const query = `{ one: image(imageId: "${carrier}") { ${fields} } none: image(imageId: "${images.private}") { ${fields} }
    unread: image(imageId: "${unread}") { ${fields} } }`
  const resolved = await createTestApi(database.pool, { compile: false })
  expect((await resolved.query(query)).data).toEqual(await ask(query))
  await resolved.stop()
  const { one, none, unread: notTold } = await ask(query)
  expect(one).toEqual({
    watermarks: [
      {
        watermarkKey: `${accounts.golden}:approved`,
        account: { accountId: accounts.golden, name: 'golden' },
        sourceImage: { name: 'golden-linux-1' },
        sourceImageId: images.private,
        sourceImageRegion: regions.frankfurt,
        sourceImageCreationTime: '2026-01-05T00:00:00.000Z',
        watermarkCreationTime: '2026-01-06T00:00:00.000Z',
      },
      {
        watermarkKey: `${accounts.partner}:base`,
        account: { accountId: accounts.partner, name: null },
        sourceImage: null,
        sourceImageId: null,
        sourceImageRegion: null,
        sourceImageCreationTime: null,
        watermarkCreationTime: null,
      },
    ],
    supportedInstanceTypes: ['m5.*', 't3.large'],
    unsupportedInstanceTypes: ['m5.metal'],
  })
  expect(none).toEqual({ watermarks: [], supportedInstanceTypes: null, unsupportedInstanceTypes: null })
  expect(notTold.watermarks).toBeNull()
  for (const [filter, found] of [
    [`{ eq: "${accounts.golden}:approved" }`, [carrier]],
    ['{ like: "*:base" }', [carrier]],
    ['{ like: "*:tested" }', []],
  ] as const) {
    const { images: listed } = await ask(`{ images(filter: { watermark: ${filter} }) { nodes { imageId } } }`)
    expect(listed.nodes.map(({ imageId }: { imageId: string }) => imageId)).toEqual(found)
  }
  await database.pool.query('delete from amigraph.images where image_id = any($1)', [[carrier, unread]])
})

it('finds the source of a copy, in another Region', async () => {
  const { image } = await ask(`{
    image(imageId: "${images.twoRegions}", region: "${regions.virginia}") { sourceImage { imageId region name } }
  }`)
  expect(image.sourceImage).toEqual({ imageId: images.private, region: regions.frankfurt, name: 'golden-linux-1' })
})

it('tells little of an image that only instances tell of, and invents nothing', async () => {
  const { image } = await ask(`{
    image(imageId: "${images.gone}") {
      name owner { accountId } trust platform architecture visibility launchPermissions { grantee } evidence state
      launchableBy { totalCount }
    }
  }`)
  expect(image).toEqual({
    name: null,
    owner: null,
    trust: null,
    platform: null,
    architecture: null,
    visibility: 'UNKNOWN',
    launchPermissions: null,
    evidence: 'INSTANCE',
    state: 'DEREGISTERED',
    launchableBy: { totalCount: 0 },
  })
})

it('walks the organization', async () => {
  const { organization } = await ask(`{
    organization {
      id organizationId arn featureSet
      managementAccount { accountId isManagementAccount organizationalUnit { isRoot } }
      root {
        name path isRoot parent { name }
        accounts { nodes { name } }
        everyone: accounts(descendants: true) { totalCount }
        children { nodes { name path parent { name } children { nodes { name } } accounts { nodes { name } } } }
      }
    }
  }`)
  expect(organization).toEqual({
    id: `Organization:${organizationId}`,
    organizationId,
    arn: organizationArn(),
    featureSet: 'ALL',
    managementAccount: {
      accountId: accounts.management,
      isManagementAccount: true,
      organizationalUnit: { isRoot: true },
    },
    root: {
      name: 'Root',
      path: 'Root',
      isRoot: true,
      parent: null,
      accounts: { nodes: [{ name: 'management' }] },
      everyone: { totalCount: 6 },
      children: {
        nodes: [
          {
            name: 'Playground',
            path: 'Root/Playground',
            parent: { name: 'Root' },
            children: { nodes: [] },
            accounts: { nodes: [{ name: 'sandbox' }] },
          },
          {
            name: 'Workloads',
            path: 'Root/Workloads',
            parent: { name: 'Root' },
            children: { nodes: [{ name: 'Production' }] },
            accounts: { nodes: [{ name: 'golden' }] },
          },
        ],
      },
    },
  })
  const { organizationalUnit } = await ask(`{ organizationalUnit(id: "${units.teamA}") { arn path } }`)
  expect(organizationalUnit).toEqual({ arn: unitArn(units.teamA), path: 'Root/Workloads/Production/Team A' })
})

describe('accounts', () => {
  const query = `query ($accountId: AccountId!) {
    account(accountId: $accountId) {
      id accountId inOrganization name state email isManagementAccount organizationalUnit { name }
      regions { region optInStatus } images { totalCount } instances { totalCount }
    }
  }`

  it('answers a member', async () => {
    const { account } = await ask(query, { accountId: accounts.appA })
    expect(account).toEqual({
      id: `Account:${accounts.appA}`,
      accountId: accounts.appA,
      inOrganization: true,
      name: 'app-a',
      state: 'ACTIVE',
      email: 'app-a@example.com',
      isManagementAccount: false,
      organizationalUnit: { name: 'Production' },
      regions: [
        { region: 'eu-central-1', optInStatus: 'OPT_IN_NOT_REQUIRED' },
        { region: 'us-east-1', optInStatus: 'OPT_IN_NOT_REQUIRED' },
      ],
      images: { totalCount: 1 },
      instances: { totalCount: 4 },
    })
  })

  it('answers an account outside the organization that something names', async () => {
    const { account } = await ask(query, { accountId: accounts.partner })
    expect(account).toEqual({
      id: `Account:${accounts.partner}`,
      accountId: accounts.partner,
      inOrganization: false,
      name: null,
      state: null,
      email: null,
      isManagementAccount: false,
      organizationalUnit: null,
      regions: [],
      images: { totalCount: 1 },
      instances: { totalCount: 0 },
    })
  })

  it('knows nothing of one that nothing names', async () => {
    expect(await ask(query, { accountId: '555555555555' })).toEqual({ account: null })
  })
})

it('answers product codes with what carries them', async () => {
  const { productCode, productCodes } = await ask(`{
    productCode(productCode: "prodcode1") {
      id kind images { nodes { imageId } } instances { nodes { instanceId productCodes { productCode } } }
    }
    productCodes { nodes { productCode kind } }
  }`)
  expect(productCode).toEqual({
    id: 'ProductCode:prodcode1',
    kind: 'MARKETPLACE',
    images: { nodes: [{ imageId: images.marketplace }] },
    instances: { nodes: [{ instanceId: 'i-00000009', productCodes: [{ productCode: 'prodcode1' }] }] },
  })
  expect(productCodes.nodes).toEqual([
    { productCode: 'devpay01', kind: 'DEVPAY' },
    { productCode: 'prodcode1', kind: 'MARKETPLACE' },
  ])
})

it('answers a snapshot with the images on it', async () => {
  const { snapshot } = await ask(`{
    snapshot(snapshotId: "snap-00000002") { region owner { name } encrypted storageTier images { nodes { imageId } } observedAt }
  }`)
  expect(snapshot).toEqual({
    region: regions.frankfurt,
    owner: { name: 'golden' },
    encrypted: false,
    storageTier: 'STANDARD',
    images: { nodes: [{ imageId: images.manyPaths }] },
    observedAt: '2026-11-20T00:00:00.000Z',
  })
})

it('merges what fragments and aliases ask of the same object', async () => {
  const { one, two } = await ask(`
    query { one: images(first: 1, orderBy: { field: IMAGE_ID }) { ...A ...B } two: images(last: 1, orderBy: { field: IMAGE_ID }) { edges { node { ...N } } } }
    fragment A on ImageConnection { nodes { imageId owner { ...O } } }
    fragment B on ImageConnection { edges { node { name ... on Node { id } owner { name } } } }
    fragment O on Account { accountId }
    fragment N on Image { called: name state }
  `)
  expect(one).toEqual({
    nodes: [{ imageId: images.private, owner: { accountId: accounts.golden } }],
    edges: [
      {
        node: { name: 'golden-linux-1', id: `Image:${regions.frankfurt}:${images.private}`, owner: { name: 'golden' } },
      },
    ],
  })
  expect(two.edges).toEqual([{ node: { called: 'image 0f', state: 'AVAILABLE' } }])
})

describe('global IDs', () => {
  it('find every type again', async () => {
    const { images: list, ...rest } = await ask(`{
      organization { id } organizationalUnit(id: "${units.teamA}") { id } account(accountId: "${accounts.partner}") { id }
      instance(instanceId: "i-00000001") { id } snapshot(snapshotId: "snap-00000001") { id }
      productCode(productCode: "prodcode1") { id } images(first: 1) { nodes { id } }
    }`)
    const ids: string[] = [...Object.values(rest as Record<string, { id: string }>), list.nodes[0]].map(({ id }) => id)
    const { nodes } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', { ids })
    expect(nodes.map((node: { id: string }) => node.id)).toEqual(ids)
    expect(nodes.map((node: { __typename: string }) => node.__typename)).toEqual([
      'Organization',
      'OrganizationalUnit',
      'Account',
      'Instance',
      'Snapshot',
      'ProductCode',
      'Image',
    ])
  })

  it('answer with the fields of their type', async () => {
    const { node } = await ask(`{
      node(id: "Image:${regions.frankfurt}:${images.deprecated}") { id ... on Image { name deprecated coverage { complete } } }
    }`)
    expect(node).toEqual({
      id: `Image:${regions.frankfurt}:${images.deprecated}`,
      name: 'image 06',
      deprecated: true,
      coverage: { complete: true },
    })
  })

  it('answer null for what there is not', async () => {
    const ids = [`Image:eu-central-1:ami-99999999`, 'Account:555555555555', 'Organization:o-none000000']
    expect(await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual({
      nodes: [null, null, null],
    })
  })
})
