/** Images from outside the organization: public ones of Amazon, vendors and strangers, and a supplier's shares. */

import { uuid } from '../identifiers.ts'
import type { WorldImage } from '../world.ts'
import { type ImagePlan, makeImage } from './make-image.ts'
import { daysAgo, dotted, type Making, stockOf } from './making.ts'
import {
  amazonAccount,
  backupVaultAccount,
  closedAccount,
  communityAccounts,
  productNamed,
  products,
  supplier,
} from './outsiders.ts'
import { platforms } from './platforms.ts'

const everyone = [{ Group: 'all' as const }]

export const makeOutsideImages = (making: Making, region: string): void => {
  const stock = stockOf(making, region)
  stock.amazon = amazonPlans(making).map(plan => publish(making, region, { alias: 'amazon', ...plan }))
  stock.marketplace = products.flatMap(product => [
    publish(making, region, {
      ownerId: product.vendorAccount,
      created: daysAgo(making, 74),
      name: `${product.name}-${product.version}-${product.code.ProductCodeId}`,
      description: `${product.name} ${product.version}`,
      platform: product.name.includes('rhel') ? platforms.redHat : platforms.linux,
      productCodes: [product.code],
      alias: 'aws-marketplace',
    }),
  ])
  stock.community = communityPlans(making).map(plan => publish(making, region, plan))
  stock.partner = supplierPlans(making).map(plan => makeImage(making, { region, ...plan }))
  makeImage(making, { region, ...vaultPlan(making) })
}

type Outside = Omit<ImagePlan, 'region'>

/** A public image is deprecated two years after its creation (R4). */
const publish = (making: Making, region: string, plan: Outside): WorldImage => {
  const deprecated = new Date(plan.created)
  deprecated.setUTCFullYear(deprecated.getUTCFullYear() + 2)
  return makeImage(making, { region, permissions: everyone, deprecated, ...plan })
}

const amazonPlans = (making: Making): Outside[] => {
  const recent = daysAgo(making, 11)
  const earlier = daysAgo(making, 160)
  const longAgo = daysAgo(making, 900)
  const owned = { ownerId: amazonAccount }
  return [
    { ...owned, created: recent, name: `linux-2023-minimal-${dotted(recent)}-x86_64`, bootMode: 'uefi-preferred' },
    {
      ...owned,
      created: recent,
      name: `linux-2023-minimal-${dotted(recent)}-arm64`,
      architecture: 'arm64',
      bootMode: 'uefi',
    },
    { ...owned, created: earlier, name: `linux-2023-minimal-${dotted(earlier)}-x86_64`, bootMode: 'uefi-preferred' },
    { ...owned, created: longAgo, name: `linux-2-standard-${dotted(longAgo)}-x86_64` },
    { ...owned, created: recent, name: `windows-2022-full-${dotted(recent)}`, platform: platforms.windows },
    { ...owned, created: recent, name: `windows-2022-sql-standard-${dotted(recent)}`, platform: platforms.windowsSql },
    { ...owned, created: recent, name: `rhel-9-hourly-${dotted(recent)}`, platform: platforms.redHat },
    { ...owned, created: recent, name: `ubuntu-pro-24.04-${dotted(recent)}`, platform: platforms.ubuntuPro },
  ]
}

/** A name proves nothing (R3): the second one calls itself what an Amazon image is called. */
const communityPlans = (making: Making): Outside[] => {
  const [builder = '', impostor = ''] = communityAccounts
  const recent = daysAgo(making, 11)
  return [
    { ownerId: builder, created: daysAgo(making, 210), name: 'node-exporter-bundle-1.8', description: 'Built nightly' },
    { ownerId: impostor, created: recent, name: `linux-2023-minimal-${dotted(recent)}-x86_64` },
    { ownerId: builder, created: daysAgo(making, 800), name: 'postgres-tuned-14', description: 'No longer maintained' },
  ]
}

/** The supplier shares by account, by organization and by unit; its key is unknown here. */
const supplierPlans = (making: Making): Outside[] => {
  const { cast, world } = making
  const owned = { ownerId: supplier.accountId, created: daysAgo(making, 33) }
  const key = { alias: 'alias/release', awsManaged: false, sharedWithOrganization: false }
  const production = cast.units.get('Production') ?? ''
  return [
    {
      ...owned,
      name: 'telematics-gateway-7.2.1',
      permissions: [{ UserId: cast.tracking.accountId }],
      readers: [{ UserId: cast.tracking.accountId }],
    },
    { ...owned, name: 'telematics-agent-7.2.1', permissions: [{ OrganizationArn: world.organization.arn }] },
    { ...owned, name: 'telematics-broker-7.2.1', permissions: [{ OrganizationalUnitArn: production }] },
    {
      ...owned,
      name: 'telematics-vault-7.2.1',
      key,
      permissions: [{ UserId: cast.tracking.accountId }, { UserId: cast.booking.accountId }],
    },
    {
      ...owned,
      ownerId: closedAccount,
      created: daysAgo(making, 1500),
      name: 'legacy-edi-bridge',
      permissions: [{ UserId: cast.booking.accountId }],
      productCodes: [productNamed('sextant-routing-engine').code],
    },
  ]
}

/** A backup in a logically air-gapped vault: AWS owns the image and shares it back. */
const vaultPlan = (making: Making): Outside => ({
  ownerId: backupVaultAccount,
  alias: 'aws-backup-vault',
  created: daysAgo(making, 5),
  name: `AwsBackup_vault_${uuid(making.world.random)}`,
  description: 'This image is created by the AWS Backup service.',
  permissions: [{ UserId: making.cast.network.accountId }],
})
