import { emptyWorld } from './empty-world.ts'
import { readDump } from './load/dump.ts'
import { knownAnswers } from './load/known-answers.ts'
import { loadFastLaunch } from './load/load-fast-launch.ts'
import { loadImageBuilds } from './load/load-image-builds.ts'
import { loadImageReferences } from './load/load-image-references.ts'
import { type ImageView, loadImages } from './load/load-images.ts'
import { loadInstanceTypes } from './load/load-instance-types.ts'
import { loadInstances } from './load/load-instances.ts'
import { loadKmsKeys } from './load/load-kms-keys.ts'
import { loadLaunchTemplates } from './load/load-launch-templates.ts'
import { loadAccounts, loadOrganization } from './load/load-organization.ts'
import { loadRecycleBin } from './load/load-recycle-bin.ts'
import { loadRegions } from './load/load-regions.ts'
import { loadSettings } from './load/load-settings.ts'
import { loadSnapshots } from './load/load-snapshots.ts'
import { loadUsageReports } from './load/load-usage-reports.ts'
import type { World } from './world.ts'

export type LoadOptions = {
  now?: () => Date
  /** The role that can be assumed in every account that has a folder */
  roleName?: string
  /** What the role asks for when it is assumed */
  externalId?: string
}

/**
 * A world out of a folder of AWS CLI answers, to look at recorded accounts before a role is granted:
 *
 * ```
 * FOLDER/
 *   organizations/                            optional
 *     describe-organization.json              without it: the accounts found, the first as management account
 *     list-accounts.json
 *     list-roots.json
 *     list-organizational-units-for-parent-r-….json   one a parent
 *   111122223333/                             one folder an account
 *     describe-regions.json                   optional
 *     eu-west-1/                              one folder a Region
 *       describe-images.json
 *       describe-image-attribute-ami-….json   launch permissions: one file an image, or an array in one file
 *       describe-instances.json
 *       describe-instance-image-metadata.json
 *       describe-instance-types.json
 *       describe-launch-template-versions.json
 *       describe-image-references.json
 *       describe-image-usage-reports.json
 *       describe-image-usage-report-entries.json
 *       describe-fast-launch-images.json
 *       list-images-in-recycle-bin.json
 *       describe-snapshots.json
 *       describe-snapshot-attribute-snap-….json
 *       get-allowed-images-settings.json
 *       get-image-block-public-access-state.json
 *       get-snapshot-block-public-access-state.json
 *       describe-key-….json                   of KMS, one file a key
 *       get-key-policy-….json, list-grants-….json         named by the key's ID
 *       list-image-pipelines.json             of Image Builder
 *       list-images.json                      with --owner Self
 *       list-image-build-versions-….json      one file a version
 *       get-image-….json                      one file a build
 * ```
 *
 * Names may start with `ec2-`, `organizations-`, `kms-` or `imagebuilder-`, or be those of recorders (`ec2.DescribeImages_1.json`); other files
 * are left alone. A file holds what the CLI printed, or an array of that (pages), also with the command beside it
 * (`{command, output}`) or wrapped (`{status_code, data}`). Dates become Date, everything else stays as recorded. What
 * has no file is not known, and the calls say so. Throws DumpError, which names the file, for what cannot be read.
 */
export const loadWorld = (directory: string, options: LoadOptions = {}): World => {
  const { now = () => new Date(), roleName = 'amigraph-reader', externalId } = options
  const dump = readDump(directory)
  const organization = loadOrganization(dump)
  const world = emptyWorld({ now, organization, regions: loadRegions(dump), isKnown: knownAnswers(dump) })
  loadAccounts(dump, world, { name: roleName, ...(externalId === undefined ? {} : { externalId }) })
  for (const region of world.regions.values()) {
    const views: ImageView[] = dump.accounts.flatMap(({ accountId, regions }) =>
      regions.filter(({ name }) => name === region.name).map(({ folder }) => ({ accountId, region, folder })),
    )
    loadImages(region, views)
    loadSnapshots(region, views)
    loadInstanceTypes(region, views)
    for (const view of views) {
      loadInstances(view)
      loadSettings(view)
      loadLaunchTemplates(view)
      loadImageReferences(view)
      loadRecycleBin(view)
      loadFastLaunch(view)
      loadUsageReports(view)
      loadKmsKeys(view)
      loadImageBuilds(view)
    }
  }
  return world
}
