import pLimit from 'p-limit'
import { type AwsFailure, readFailure } from '../../aws/aws-failure.ts'
import { type BuildDetails, getImage } from '../../aws/imagebuilder/get-image.ts'
import { type ListedBuild, listImageBuilds, listImageVersions } from '../../aws/imagebuilder/list-image-builds.ts'
import { replacePlainFacts } from '../../db/facts/replace-plain-facts.ts'
import { imageBuildOutputs, imageBuilds as table } from '../../db/facts/tables.ts'
import { readBuildDetails } from '../../db/image-builder/read-build-details.ts'
import type { ImageBuild, ImageBuildOutput } from '../../domain/facts.ts'
import { allOf, type Collector } from '../collector.ts'
import { summarizeFailures } from '../summarize-failures.ts'

type Builds = { builds: ImageBuild[]; outputs: ImageBuildOutput[] }

/** Calls under way at once in one account and Region: Image Builder is slow to refill. */
const parallelCalls = 5

const unknown: BuildDetails = {
  pipelineArn: null,
  pipelineName: null,
  recipeArn: null,
  recipeName: null,
  recipeVersion: null,
  parentImage: null,
  distributionConfigurationArn: null,
  distributions: null,
}

/**
 * (R19) What an account built with Image Builder, and the AMIs that came of it. How a build was made never changes, so
 * each is asked for once. Where that fails it stays unknown and makes the source incomplete.
 */
export const imageBuilds: Collector<Builds> = {
  async collect({ aws, statements, source: { accountId, region } }) {
    const imagebuilder = await aws.imagebuilder(accountId, region)
    const limit = pLimit(parallelCalls)
    const versions = await allOf(listImageVersions(imagebuilder))
    const listed = await Promise.all(
      versions.map(version => limit(() => allOf(listImageBuilds(imagebuilder, accountId, region, version)))),
    )
    const known = await readBuildDetails(statements, accountId, region)
    const failures: AwsFailure[] = []
    const detailsOf = async (arn: string): Promise<BuildDetails> => {
      try {
        return known.get(arn) ?? (await getImage(imagebuilder, arn))
      } catch (error) {
        failures.push(readFailure(error))
        return unknown
      }
    }
    const found: ListedBuild[] = listed.flat()
    const builds = await Promise.all(
      found.map(({ build }) => limit(async () => ({ ...build, ...(await detailsOf(build.arn)) }))),
    )
    return {
      facts: { builds, outputs: found.flatMap(({ outputs }) => outputs) },
      incomplete: summarizeFailures(failures, builds.length, 'builds'),
    }
  },
  async write(client, { accountId, region }, { builds, outputs }) {
    const source = { account_id: accountId, region }
    const changed = await replacePlainFacts(client, table, source, builds)
    return changed + (await replacePlainFacts(client, imageBuildOutputs, source, outputs))
  },
}
