import { account } from '../../../db/accounts/account.ts'
import { knownAccount } from '../../../db/accounts/any-account.ts'
import { bill } from '../../../db/bills/bill.ts'
import { billReconciliations } from '../../../db/bills/bill-reconciliation.ts'
import { sourceCoverage } from '../../../db/coverage/source-coverage.ts'
import { deadLetter } from '../../../db/events/dead-letter.ts'
import { eventQueue } from '../../../db/events/event-queue.ts'
import { exposure } from '../../../db/exposures/exposure.ts'
import { goldenDrift } from '../../../db/golden-images/golden-drift.ts'
import { goldenImage } from '../../../db/golden-images/golden-image.ts'
import { imageReference } from '../../../db/image-references/image-reference.ts'
import { image, imageByKey, imagesById } from '../../../db/images/image.ts'
import { instanceType, instanceTypeByKey } from '../../../db/instance-types/instance-type.ts'
import { instance, instancesById } from '../../../db/instances/instance.ts'
import { launchTemplateVersion } from '../../../db/launch-templates/launch-template-version.ts'
import { changes, completeSince } from '../../../db/memory/change.ts'
import { organization } from '../../../db/organization/organization.ts'
import { organizationalUnit, organizationalUnitByKey } from '../../../db/organizational-units/organizational-unit.ts'
import { paidProducts } from '../../../db/paid-products/paid-product.ts'
import { productCode, productCodeByKey } from '../../../db/product-codes/product-code.ts'
import { recycleBinImage } from '../../../db/recycle-bin/recycle-bin-image.ts'
import { everyRow } from '../../../db/relation.ts'
import { deregistrationSavings } from '../../../db/savings/deregistration-saving.ts'
import { replacementSavings } from '../../../db/savings/replacement-saving.ts'
import { settledAt } from '../../../db/share-problems/settled-at.ts'
import { shareProblem } from '../../../db/share-problems/share-problem.ts'
import { snapshot, snapshotByKey, snapshotsById } from '../../../db/snapshots/snapshot.ts'
import { syncJobByKey } from '../../../db/sync-runs/sync-job.ts'
import { everySyncRun } from '../../../db/sync-runs/sync-run.ts'
import { usageOperationDrifts } from '../../../db/usage-operation-drifts/usage-operation-drift.ts'
import {
  billsScope,
  changesScope,
  costsScope,
  exposuresScope,
  goldenImagesScope,
  imageReferencesScope,
  imagesScope,
  instancesScope,
  instanceTypesScope,
  launchTemplatesScope,
  organizationScope,
  paidProductsScope,
  productCodesScope,
  recycleBinScope,
  shareProblemsScope,
  snapshotsScope,
} from '../../../domain/coverage-scope.ts'
import { accountsOf } from '../accounts-of.ts'
import { accountThen, imageThen } from '../as-of.ts'
import type { TypeMap } from '../compilation.ts'
import { connection } from '../connection.ts'
import { costs } from '../costs-of.ts'
import { checkingMonths, monthsOrAll, monthsWith } from '../months-with.ts'
import { narrowed } from '../narrowed.ts'
import { node, nodes } from '../node.ts'
import { render } from '../render.ts'
import { awsId, named, only } from '../root.ts'

/** What is not here is resolved by code: `launchCheck`, `launchChecks`, `syncStatus`. */
export const Query: TypeMap = {
  account: at => (at.args['asOf'] ? accountThen(at) : named(knownAccount, ({ accountId }) => ({ accountId }))(at)),
  accounts: connection(everyRow(account), { scope: accountsOf }),
  changes: connection(changes, {
    with: ({ since, until = null }) => ({ since, until }),
    scope: (_at, filter) => changesScope(narrowed(filter, 'account'), narrowed(filter, 'region')),
    members: ({ since }) => ({ completeSince: at => render(at, completeSince(since)) }),
  }),
  billingReconciliation: checkingMonths(connection(billReconciliations, { with: monthsWith, scope: () => costsScope })),
  bills: connection(everyRow(bill), { scope: () => billsScope }),
  costs: checkingMonths(costs),
  coverage: connection(everyRow(sourceCoverage), { scope: () => organizationScope }),
  exposures: connection(everyRow(exposure), {
    scope: (_at, filter) => exposuresScope(narrowed(filter, 'owner'), narrowed(filter, 'region')),
  }),
  goldenDrift: connection(everyRow(goldenDrift), { scope: () => goldenImagesScope }),
  goldenImages: connection(everyRow(goldenImage), { scope: () => goldenImagesScope }),
  imageReferences: connection(everyRow(imageReference), {
    scope: (_at, filter, used) => imageReferencesScope(narrowed(filter, 'account'), narrowed(filter, 'region'), used),
  }),
  deregistrationSavings: checkingMonths(
    connection(deregistrationSavings, { with: monthsWith, scope: () => paidProductsScope }),
  ),
  deadLetters: connection(everyRow(deadLetter)),
  eventQueue: named(everyRow(eventQueue), () => ({})),
  image: at => {
    if (at.args['asOf']) return imageThen(at)
    return at.args['region']
      ? named(imageByKey, ({ region, imageId }) => ({ region, imageId: awsId('image', imageId) }))(at)
      : only(imagesById, ({ imageId }) => ({ imageId: awsId('image', imageId) }))(at)
  },
  images: connection(everyRow(image), {
    scope: (_at, filter, used) => imagesScope(narrowed(filter, 'owner'), narrowed(filter, 'region'), used),
  }),
  instance: only(instancesById, ({ instanceId }) => ({ instanceId: awsId('instance', instanceId) }), [
    'accountId',
    'region',
  ]),
  instances: connection(everyRow(instance), {
    scope: (_at, filter, used) => instancesScope(narrowed(filter, 'account'), narrowed(filter, 'region'), used),
  }),
  instanceType: named(instanceTypeByKey, ({ instanceType: name, region }) => ({ instanceType: name, region })),
  instanceTypes: connection(everyRow(instanceType), {
    scope: (_at, filter) => instanceTypesScope(narrowed(filter, 'region')),
  }),
  launchTemplateVersions: connection(everyRow(launchTemplateVersion), {
    scope: (_at, filter, used) => launchTemplatesScope(narrowed(filter, 'account'), narrowed(filter, 'region'), used),
  }),
  recycleBinImages: connection(everyRow(recycleBinImage), {
    scope: (_at, filter, used) => recycleBinScope(narrowed(filter, 'account'), narrowed(filter, 'region'), used),
  }),
  node,
  nodes,
  organization: named(everyRow(organization), () => ({})),
  organizationalUnit: named(organizationalUnitByKey, ({ id }) => ({
    organizationalUnitId: awsId('organizationalUnit', id),
  })),
  organizationalUnits: connection(everyRow(organizationalUnit), { scope: () => organizationScope }),
  paidProducts: checkingMonths(connection(paidProducts, { with: monthsOrAll, scope: () => paidProductsScope })),
  productCode: named(productCodeByKey, ({ productCode: code }) => ({ productCode: awsId('productCode', code) })),
  productCodes: connection(everyRow(productCode), { scope: () => productCodesScope }),
  replacementSavings: checkingMonths(
    connection(replacementSavings, { with: monthsWith, scope: () => paidProductsScope }),
  ),
  shareProblems: connection(everyRow(shareProblem), {
    scope: (_at, filter) => shareProblemsScope(narrowed(filter, 'owner'), narrowed(filter, 'region')),
    members: () => ({ settledAt: at => render(at, settledAt) }),
  }),
  snapshot: at =>
    at.args['region']
      ? named(snapshotByKey, ({ region, snapshotId }) => ({ region, snapshotId: awsId('snapshot', snapshotId) }))(at)
      : only(snapshotsById, ({ snapshotId }) => ({ snapshotId: awsId('snapshot', snapshotId) }))(at),
  syncJob: named(syncJobByKey, ({ id }) => ({ syncJobId: id })),
  syncRuns: connection(everySyncRun, { scope: () => organizationScope }),
  usageOperationDrifts: checkingMonths(connection(usageOperationDrifts, { with: monthsWith, scope: () => costsScope })),
  snapshots: connection(everyRow(snapshot), {
    scope: (_at, filter, used) => snapshotsScope(narrowed(filter, 'owner'), narrowed(filter, 'region'), used),
  }),
}
