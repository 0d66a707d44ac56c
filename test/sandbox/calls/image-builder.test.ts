import { describe, expect, it } from 'vitest'
import { imagebuilderCalls } from '../../../src/sandbox/calls/imagebuilder/calls.ts'
import { regionOf } from '../../../src/sandbox/world/find.ts'
import type { WorldBuild, WorldPipeline } from '../../../src/sandbox/world/world.ts'
import { pagesOf } from './pages-of.ts'
import { away, builder, consumer, createStage, errorCode, home, start } from './stage.ts'

const arn = (resource: string, ownerId = builder) => `arn:aws:imagebuilder:${home}:${ownerId}:${resource}`

const stageWithBuilds = () => {
  const stage = createStage()
  const { pipelines, builds } = regionOf(stage.world, home)
  const addPipeline = (name: string, more: Partial<WorldPipeline> = {}): WorldPipeline => {
    const pipeline: WorldPipeline = {
      ...{
        arn: arn(`image-pipeline/${name}`),
        ownerId: builder,
        name,
        description: `Makes ${name}`,
        platform: 'Linux',
      },
      ...{ isEnabled: true, recipeArn: arn(`image-recipe/${name}/1.2.0`), createdAt: start, lastRunAt: undefined },
      distributionArn: arn('distribution-configuration/all-regions'),
      ...more,
    }
    pipelines.set(pipeline.arn, pipeline)
    return pipeline
  }
  const addBuild = (pipeline: WorldPipeline, version: string, number: number, more: Partial<WorldBuild> = {}) => {
    const build: WorldBuild = {
      ...{ arn: arn(`image/${pipeline.name}/${version}/${number}`, pipeline.ownerId), ownerId: pipeline.ownerId },
      ...{ name: pipeline.name, version, pipeline, recipeVersion: version, parentImage: 'ami-00000000000000001' },
      ...{ state: 'AVAILABLE', createdAt: start, distributions: [{ region: away, accountIds: [consumer] }] },
      images: [
        { region: away, imageId: 'ami-00000000000000002', name: `${pipeline.name} ${version}`, accountId: consumer },
      ],
      ...more,
    }
    builds.set(build.arn, build)
    return build
  }
  return { ...stage, addPipeline, addBuild }
}

describe('pipelines', () => {
  it('are the account’s own, in one Region, with their schedule', async () => {
    const { addPipeline, as } = stageWithBuilds()
    addPipeline('linux', { lastRunAt: start })
    addPipeline('windows', { isEnabled: false, platform: 'Windows' })
    addPipeline('other', { arn: arn('image-pipeline/other', consumer), ownerId: consumer })
    const { imagePipelineList } = await imagebuilderCalls.ListImagePipelines({}, as(builder))
    expect(imagePipelineList).toMatchObject([
      { name: 'linux', status: 'ENABLED', dateLastRun: start.toISOString(), schedule: { timezone: 'Etc/UTC' } },
      { name: 'windows', status: 'DISABLED', platform: 'Windows', imageRecipeArn: arn('image-recipe/windows/1.2.0') },
    ])
    expect((await imagebuilderCalls.ListImagePipelines({}, as(builder, away))).imagePipelineList).toEqual([])
  })

  it('come in pages of at most 25', async () => {
    const { addPipeline, as } = stageWithBuilds()
    for (let i = 0; i < 27; i += 1) addPipeline(`p${String(i).padStart(2, '0')}`)
    const pages = await pagesOf(
      nextToken => imagebuilderCalls.ListImagePipelines({ nextToken }, as(builder)),
      page => page.nextToken,
    )
    expect(pages.map(({ imagePipelineList = [] }) => imagePipelineList.length)).toEqual([25, 2])
    const codeOf = (input: object) => errorCode(() => imagebuilderCalls.ListImagePipelines(input, as(builder)))
    expect(await codeOf({ maxResults: 26 })).toBe('InvalidParameterValueException')
    expect(await codeOf({ nextToken: 'x' })).toBe('InvalidPaginationTokenException')
  })
})

describe('images', () => {
  it('are listed by version, once however often each was built', async () => {
    const { addPipeline, addBuild, as } = stageWithBuilds()
    const linux = addPipeline('linux')
    addBuild(linux, '1.0.0', 1)
    addBuild(linux, '1.0.0', 2)
    addBuild(linux, '1.1.0', 1)
    const list = async (owner?: 'Self' | 'Amazon', who = builder) =>
      (await imagebuilderCalls.ListImages({ owner }, as(who))).imageVersionList?.map(each => each.arn)
    const versions = [arn('image/linux/1.0.0'), arn('image/linux/1.1.0')]
    expect(await list()).toEqual(versions)
    expect(await list('Self')).toEqual(versions)
    expect(await list('Amazon')).toEqual([])
    expect(await list('Self', consumer)).toEqual([])
  })

  it('have builds, with what came of each', async () => {
    const { addPipeline, addBuild, as } = stageWithBuilds()
    const linux = addPipeline('linux')
    addBuild(linux, '1.0.0', 1, { state: 'FAILED', images: [] })
    addBuild(linux, '1.0.0', 2)
    addBuild(linux, '1.1.0', 1)
    const { imageSummaryList } = await imagebuilderCalls.ListImageBuildVersions(
      { imageVersionArn: arn('image/linux/1.0.0') },
      as(builder),
    )
    expect(imageSummaryList).toMatchObject([
      { version: '1.0.0/1', state: { status: 'FAILED', reason: 'Distribution to a Region failed' }, owner: builder },
      {
        version: '1.0.0/2',
        state: { status: 'AVAILABLE' },
        outputResources: { amis: [{ region: away, image: 'ami-00000000000000002', accountId: consumer }] },
      },
    ])
    expect((await imagebuilderCalls.ListImageBuildVersions({}, as(builder))).imageSummaryList).toHaveLength(3)
  })

  it('say how they were made, to their own account', async () => {
    const { addPipeline, addBuild, as } = stageWithBuilds()
    const { arn: imageBuildVersionArn } = addBuild(addPipeline('linux'), '1.0.0', 2)
    const { image } = await imagebuilderCalls.GetImage({ imageBuildVersionArn }, as(builder))
    expect(image).toMatchObject({
      arn: imageBuildVersionArn,
      version: '1.0.0/2',
      sourcePipelineArn: arn('image-pipeline/linux'),
      imageRecipe: { arn: arn('image-recipe/linux/1.0.0'), version: '1.0.0', parentImage: 'ami-00000000000000001' },
      distributionConfiguration: {
        distributions: [{ region: away, amiDistributionConfiguration: { targetAccountIds: [consumer] } }],
      },
    })
    for (const [who, which] of [
      [consumer, imageBuildVersionArn],
      [builder, arn('image/linux/9.9.9/1')],
    ] as const)
      expect(await errorCode(() => imagebuilderCalls.GetImage({ imageBuildVersionArn: which }, as(who)))).toBe(
        'ResourceNotFoundException',
      )
  })
})
