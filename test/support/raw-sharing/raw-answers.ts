import {
  DescribeImageAttributeCommand,
  DescribeSnapshotAttributeCommand,
  EC2Client,
  GetAllowedImagesSettingsCommand,
  type Image,
  type ImageCriterion,
  type LaunchPermission,
  paginateDescribeImages,
  paginateDescribeSnapshots,
  type Snapshot,
} from '@aws-sdk/client-ec2'
import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  type GrantListEntry,
  KMSClient,
  paginateListGrants,
} from '@aws-sdk/client-kms'
import {
  type Account,
  DescribeOrganizationCommand,
  OrganizationsClient,
  paginateListAccounts,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
  paginateListRoots,
} from '@aws-sdk/client-organizations'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import type { Sandbox } from '../../../src/sandbox/server.ts'

/** What one account last answered in one Region. */
export type RawPlace = {
  /** How often everything had been asked when it answered */
  round: number
  owned: Image[]
  /** By image ID */
  launchPermissions: Map<string, LaunchPermission[]>
  shared: Image[]
  snapshots: Snapshot[]
  /** Accounts, or `all`, by snapshot ID */
  volumePermissions: Map<string, string[]>
  allowedImages: { State?: string | undefined; ImageCriteria?: ImageCriterion[] | undefined }
}

export type RawKey = { manager?: string; state?: string; policy?: string; grants?: GrantListEntry[] }

export type RawAnswers = {
  organizationId: string
  accounts: Account[]
  round: number
  /** Roots and units above each account, by account ID */
  above: Map<string, string[]>
  unitIds: Set<string>
  /** By `account Region`; an account that no longer answers keeps what it last said, one that left has none (R20) */
  places: Map<string, RawPlace>
  /** By ARN */
  keys: Map<string, RawKey>
}

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }

/** Asks AWS's API as a person with the SDK would, account by account, and adds to what was answered before. */
export const askEverything = async (
  { url, world, credentials }: Sandbox,
  before: RawAnswers | null,
): Promise<RawAnswers> => {
  const opened: { destroy(): void }[] = []
  const client = <Client extends { destroy(): void }>(
    Service: new (options: object) => Client,
    keys: Keys,
    region = 'us-east-1',
  ) => {
    const made = new Service({ endpoint: url, region, credentials: keys, maxAttempts: 1 })
    opened.push(made)
    return made
  }
  try {
    const { accessKeyId, secretAccessKey } = credentials.root
    const root = { accessKeyId, secretAccessKey }
    const organization = await askOrganization(client(OrganizationsClient, root))
    const members = new Set(organization.accounts.map(({ Id }) => Id ?? ''))
    const places = new Map([...(before?.places ?? [])].filter(([place]) => members.has(place.split(' ')[0] ?? '')))
    const keys = new Map([...(before?.keys ?? [])].filter(([arn]) => members.has(arn.split(':')[4] ?? '')))
    const round = (before?.round ?? 0) + 1
    const sessions = new Map<string, Keys>()
    for (const account of members) {
      const session =
        account === world.organization.managementAccountId ? root : await assume(client(STSClient, root), account)
      if (session === null) continue
      sessions.set(account, session)
      for (const region of world.regions.keys()) {
        places.set(`${account} ${region}`, { round, ...(await askPlace(client(EC2Client, session, region))) })
      }
    }
    for (const { snapshots } of places.values()) {
      for (const { KmsKeyId: arn } of snapshots) {
        const [, , , region, holder = ''] = arn?.split(':') ?? []
        const session = sessions.get(holder)
        if (arn === undefined || session === undefined) continue
        keys.set(arn, { ...keys.get(arn), ...(await askKey(client(KMSClient, session, region), arn)) })
      }
    }
    return { ...organization, round, places, keys }
  } finally {
    for (const one of opened) one.destroy()
  }
}

const all = async <Page, Item>(
  pages: AsyncIterable<Page>,
  items: (page: Page) => Item[] | undefined,
): Promise<Item[]> => {
  const found: Item[] = []
  for await (const page of pages) found.push(...(items(page) ?? []))
  return found
}

const askOrganization = async (client: OrganizationsClient) => {
  const { Organization } = await client.send(new DescribeOrganizationCommand({}))
  const above = new Map<string, string[]>()
  const unitIds = new Set<string>()
  const walk = async (ParentId: string, ids: string[]): Promise<void> => {
    unitIds.add(ParentId)
    for (const { Id = '' } of await all(paginateListAccountsForParent({ client }, { ParentId }), page => page.Accounts))
      above.set(Id, ids)
    const below = await all(
      paginateListOrganizationalUnitsForParent({ client }, { ParentId }),
      page => page.OrganizationalUnits,
    )
    for (const { Id = '' } of below) await walk(Id, [...ids, Id])
  }
  for (const { Id = '' } of await all(paginateListRoots({ client }, {}), page => page.Roots)) await walk(Id, [Id])
  const accounts = await all(paginateListAccounts({ client }, {}), page => page.Accounts)
  return { organizationId: Organization?.Id ?? '', accounts, above, unitIds }
}

const assume = async (client: STSClient, account: string): Promise<Keys | null> => {
  const RoleArn = `arn:aws:iam::${account}:role/amigraph-reader`
  const { Credentials } = await client
    .send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'oracle' }))
    .catch(() => ({ Credentials: undefined }))
  if (Credentials === undefined) return null
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
}

const everyState = { IncludeDeprecated: true, IncludeDisabled: true }

const askPlace = async (client: EC2Client): Promise<Omit<RawPlace, 'round'>> => {
  const owned = await all(paginateDescribeImages({ client }, { Owners: ['self'], ...everyState }), page => page.Images)
  const launchPermissions = new Map<string, LaunchPermission[]>()
  for (const { ImageId = '' } of owned) {
    const answer = await client.send(new DescribeImageAttributeCommand({ ImageId, Attribute: 'launchPermission' }))
    launchPermissions.set(ImageId, answer.LaunchPermissions ?? [])
  }
  const snapshots = await all(paginateDescribeSnapshots({ client }, { OwnerIds: ['self'] }), page => page.Snapshots)
  const volumePermissions = new Map<string, string[]>()
  for (const { SnapshotId = '' } of snapshots) {
    const Attribute = 'createVolumePermission'
    const answer = await client.send(new DescribeSnapshotAttributeCommand({ SnapshotId, Attribute }))
    volumePermissions.set(
      SnapshotId,
      (answer.CreateVolumePermissions ?? []).map(({ UserId, Group }) => UserId ?? Group ?? ''),
    )
  }
  return {
    owned,
    launchPermissions,
    shared: await all(
      paginateDescribeImages({ client }, { ExecutableUsers: ['self'], ...everyState }),
      page => page.Images,
    ),
    snapshots,
    volumePermissions,
    allowedImages: await client.send(new GetAllowedImagesSettingsCommand({})),
  }
}

/** Only what could be read of it. */
const askKey = async (client: KMSClient, KeyId: string): Promise<RawKey> => {
  const metadata = await client.send(new DescribeKeyCommand({ KeyId })).then(
    answer => answer.KeyMetadata,
    () => undefined,
  )
  if (metadata === undefined) return {}
  const known = { manager: metadata.KeyManager ?? '', state: metadata.KeyState ?? '' }
  if (known.manager === 'AWS') return known
  const { Policy } = await client.send(new GetKeyPolicyCommand({ KeyId }))
  return {
    ...known,
    policy: Policy ?? '',
    grants: await all(paginateListGrants({ client }, { KeyId }), page => page.Grants),
  }
}
