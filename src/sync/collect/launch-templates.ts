import { AwsFailure, readFailure } from '../../aws/aws-failure.ts'
import {
  type DescribedVersion,
  describeLaunchTemplateVersions,
} from '../../aws/ec2/describe-launch-template-versions.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { launchTemplateVersions } from '../../db/facts/tables.ts'
import { readResolvedParameters } from '../../db/launch-templates/read-resolved-parameters.ts'
import type { LaunchTemplateVersion } from '../../domain/facts.ts'
import { allOf, type Collected, type Collector, type ReadContext } from '../collector.ts'

/**
 * The latest and the default version of each launch template of an account. Where one names a parameter, all are asked
 * for again with the images that parameters stand for; if that fails, those keep what they stood for and the source is
 * incomplete.
 */
export const launchTemplates: Collector<LaunchTemplateVersion[]> = {
  async collect(context) {
    const listed = await list(context, { resolve: false })
    const { facts: images, incomplete } = listed.some(version => version.imageParameter !== null)
      ? await resolve(context)
      : { facts: new Map<string, string>(), incomplete: null }
    const latest = new Map<string, number>()
    for (const { launchTemplateId, versionNumber } of listed)
      latest.set(launchTemplateId, Math.max(versionNumber, latest.get(launchTemplateId) ?? 0))
    const facts = listed.map(version => ({
      ...version,
      isLatest: version.versionNumber === latest.get(version.launchTemplateId),
      imageId: version.imageId ?? images.get(keyOf(version)) ?? images.get(version.imageParameter ?? '') ?? null,
    }))
    return { facts, incomplete }
  },
  write: (client, { accountId, region }, facts) =>
    replacePlainFacts(client, launchTemplateVersions, { account_id: accountId, region }, facts),
}

async function list(
  { aws, source: { accountId, region } }: ReadContext,
  how: { resolve: boolean },
): Promise<DescribedVersion[]> {
  return allOf(describeLaunchTemplateVersions(await aws.ec2(accountId, region), accountId, region, how))
}

/** The images of versions; where AWS does not say, the images of parameters as they were last known. */
async function resolve(context: ReadContext): Promise<Collected<Map<string, string>>> {
  try {
    const versions = await list(context, { resolve: true })
    const facts = new Map(versions.flatMap(version => (version.imageId ? [[keyOf(version), version.imageId]] : [])))
    return { facts, incomplete: null }
  } catch (error) {
    const failure = readFailure(error)
    const { accountId, region } = context.source
    const message = `What parameters of launch templates stand for could not be read: ${failure.message}`
    return {
      facts: await readResolvedParameters(context.statements, accountId, region),
      incomplete: new AwsFailure(failure.code, message, failure.class, failure),
    }
  }
}

function keyOf({ launchTemplateId, versionNumber }: DescribedVersion): string {
  return `${launchTemplateId} ${versionNumber}`
}
