import type { LaunchPermission } from '@aws-sdk/client-ec2'
import { createGrant } from '../changes.ts'
import { regionOf } from '../find.ts'
import { defaultEbsKey, type KeyKind, keyFor, launchOperations } from '../kms-keys.ts'
import { unitArn, unitsAbove } from '../organization-tree.ts'
import type { WorldAccount } from '../world.ts'
import type { ImagePlan } from './make-image.ts'
import { daysAgo, type Making } from './making.ts'
import { closedAccount, productNamed, supplier, unknownAccount } from './outsiders.ts'
import { platforms } from './platforms.ts'
import { tagTexts } from './tag-texts.ts'

/** What an image is made in: its account and Region, its age, and somebody to share with. */
export type Setting = {
  making: Making
  account: WorldAccount
  region: string
  age: number
  created: Date
  name: string
  wasLaunched: boolean
  other: WorldAccount
  backupName: string
}

type Kind = (setting: Setting) => Partial<ImagePlan>

const openKey: KeyKind = { alias: 'alias/images', awsManaged: false, sharedWithOrganization: true }
const ownKey: KeyKind = { alias: 'alias/private-images', awsManaged: false, sharedWithOrganization: false }

const conditionalKey: KeyKind = { ...ownKey, alias: 'alias/tagged-consumers', isConditional: true }
const closedKey: KeyKind = { ...ownKey, alias: 'alias/sealed', isClosed: true }

/** The account's key of that kind, to let somebody in. */
const ownKeyOf = ({ making, account, region }: Setting, kind: KeyKind) =>
  keyFor(regionOf(making.world, region), account.accountId, kind, making.world.random)

const keyForOther = (setting: Setting): KeyKind => {
  const kind: KeyKind = { ...ownKey, alias: 'alias/images-for-others' }
  ownKeyOf(setting, kind).sharedWith.add(setting.other.accountId)
  return kind
}

const keyForUnit = (setting: Setting): KeyKind => {
  const kind: KeyKind = { ...ownKey, alias: 'alias/images-for-units', multiRegion: true }
  const [unit] = unitsAbove(setting.making.world.organization, setting.account.parentId)
  ownKeyOf(setting, kind).sharedWithUnits.add(unit?.id ?? setting.making.world.organization.root.id)
  return kind
}

/** One grant to the account, one to a role of it, one that is of no use for a launch. */
const keyGrantedToOther = (setting: Setting): KeyKind => {
  const kind: KeyKind = { ...ownKey, alias: 'alias/granted-images' }
  const { arn } = ownKeyOf(setting, kind)
  const { making, other, created: createdAt } = setting
  const { accountId } = other
  const role = `arn:aws:iam::${accountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`
  const operations = [...launchOperations]
  createGrant(making.world, arn, {
    name: 'launch',
    granteePrincipal: `arn:aws:iam::${accountId}:root`,
    operations,
    createdAt,
  })
  createGrant(making.world, arn, {
    name: 'auto-scaling',
    granteePrincipal: role,
    retiringPrincipal: role,
    operations,
    createdAt,
  })
  createGrant(making.world, arn, {
    createdAt,
    name: 'backup',
    granteePrincipal: `arn:aws:iam::${setting.account.accountId}:role/backup`,
    operations: ['Decrypt'],
    constraints: { EncryptionContextSubset: { purpose: 'backup' } },
  })
  return kind
}

const toOther = ({ other }: Setting): LaunchPermission[] => [{ UserId: other.accountId }]

const toUnit = ({ making, account }: Setting, nearest: boolean): LaunchPermission[] => {
  const units = unitsAbove(making.world.organization, account.parentId)
  const unit = nearest ? units[0] : units.at(-1)
  return [{ OrganizationalUnitArn: unit?.arn ?? making.cast.units.get('Workloads') ?? '' }]
}

const toOrganization = ({ making }: Setting): LaunchPermission[] => [{ OrganizationArn: making.world.organization.arn }]

/** A unit of our organization that was deleted since. */
const toGoneUnit = ({ making }: Setting): LaunchPermission[] => {
  const { id, managementAccountId, root } = making.world.organization
  return [{ OrganizationalUnitArn: unitArn(managementAccountId, id, `ou-${root.id.slice(2)}-g0n3un1t`) }]
}

/** One entry a rule; accounts and Regions go through them in turn. */
export const workloadKinds: readonly Kind[] = [
  // Private: only the owner's implicit permission (R6)
  () => ({ bootMode: 'uefi-preferred', fromInstance: true }),
  // Shared with accounts: launchable and copyable, then launchable only (R7)
  setting => ({ permissions: toOther(setting), readers: [{ UserId: setting.other.accountId }] }),
  setting => ({ permissions: [...toOther(setting), { UserId: setting.making.cast.management.accountId }] }),
  // Shared with the nearest unit, the topmost unit, the organization (R6)
  setting => ({ permissions: toUnit(setting, true), bootMode: 'uefi-preferred' }),
  setting => ({ permissions: toUnit(setting, false), hasDataVolume: true }),
  setting => ({ permissions: toOrganization(setting), bootMode: 'uefi-preferred' }),
  // Encrypted with the AWS managed key: private, and shared in vain (R9)
  () => ({ key: defaultEbsKey, fromInstance: true }),
  setting => ({ key: defaultEbsKey, permissions: toOther(setting) }),
  // Encrypted with a customer managed key: shared with it, and without it (R9)
  setting => ({ key: openKey, permissions: toOther(setting), readers: [{ UserId: setting.other.accountId }] }),
  setting => ({ key: ownKey, permissions: toUnit(setting, true) }),
  // Deprecated, and about to be (R4)
  setting => ({ permissions: toUnit(setting, false), deprecated: daysAgo(setting.making, setting.age / 3) }),
  setting => ({ deprecated: daysAgo(setting.making, -90), permissions: toOther(setting) }),
  () => ({ state: 'disabled' }),
  // Built on paid images (R14)
  () => ({ productCodes: [productNamed('tidemark-backup-server').code], fromInstance: true }),
  setting => ({ productCodes: [productNamed('borealis-edge-firewall').code], permissions: toUnit(setting, true) }),
  setting => ({ productCodes: [productNamed('sextant-routing-engine').code], permissions: toOther(setting) }),
  // Boot modes (R2)
  () => ({ architecture: 'arm64', bootMode: 'uefi', fromInstance: true }),
  () => ({ bootMode: 'legacy-bios' }),
  () => ({ bootMode: 'uefi', hasTpm: true }),
  // Instance store, as images once were
  setting => ({ isInstanceStore: true, created: daysAgo(setting.making, 2900) }),
  () => ({ name: '', tags: [] }),
  // Billing codes (R16)
  () => ({ platform: platforms.windows, bootMode: 'uefi', hasDataVolume: true }),
  () => ({ platform: platforms.windowsByol }),
  setting => ({ platform: platforms.windowsSql, permissions: toOther(setting) }),
  () => ({ platform: platforms.redHat }),
  () => ({ platform: platforms.redHatByol }),
  () => ({ platform: platforms.suse }),
  () => ({ platform: platforms.sqlOnLinux, bootMode: 'uefi-preferred' }),
  // States (R5)
  () => ({ state: 'failed' }),
  setting => ({ state: 'pending', created: daysAgo(setting.making, 0.01) }),
  setting => ({ name: setting.backupName, description: 'This image is created by the AWS Backup service.' }),
  () => ({ isProtected: true, fromInstance: true }),
  // Grants that dangle: accounts closed and unknown, units gone, organizations not ours (R12)
  () => ({ permissions: [{ UserId: closedAccount }, { UserId: unknownAccount }] }),
  setting => ({ permissions: toGoneUnit(setting) }),
  // Shared outside
  () => ({ permissions: [{ UserId: supplier.accountId }], readers: [{ UserId: supplier.accountId }] }),
  () => ({ permissions: [{ OrganizationArn: supplier.organizationArn }, { OrganizationalUnitArn: supplier.unitArn }] }),
  // Public, and so deprecated two years after creation (R4)
  setting => ({ permissions: [{ Group: 'all' }], deprecated: daysAgo(setting.making, setting.age - 731) }),
  // Tags of any text (R10)
  setting => ({ tags: [...tagTexts], permissions: toOther(setting) }),
  // Keys of other kinds: for an account, for units, by a grant, as nobody can tell from here, and closed to readers (R9)
  setting => ({ key: keyForOther(setting), permissions: toOther(setting) }),
  setting => ({ key: keyForUnit(setting), permissions: toUnit(setting, true) }),
  setting => ({ key: keyGrantedToOther(setting), permissions: toOther(setting) }),
  setting => ({ key: conditionalKey, permissions: toOrganization(setting) }),
  setting => ({ key: closedKey, permissions: toOther(setting) }),
  // A key that another account keeps for all
  setting => ({
    key: openKey,
    keyOwnerId: setting.making.cast.network.accountId,
    permissions: toOrganization(setting),
  }),
]
