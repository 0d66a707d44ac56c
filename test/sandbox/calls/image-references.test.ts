import type {
  DescribeImageReferencesRequest,
  ImageReferenceResourceType,
  ResourceTypeOption,
} from '@aws-sdk/client-ec2'
import { beforeEach, describe, expect, it } from 'vitest'
import { ec2Calls } from '../../../src/sandbox/calls/ec2/calls.ts'
import {
  createLaunchTemplate,
  createLaunchTemplateVersion,
  forgetImage,
  launch,
  nameImage,
  terminate,
} from '../../../src/sandbox/world/changes.ts'
import type { WorldImage, WorldInstance, WorldLaunchTemplate } from '../../../src/sandbox/world/world.ts'
import { pagesOf } from './pages-of.ts'
import { away, builder, consumer, createStage, errorCode, home, type Stage, start } from './stage.ts'

let stage: Stage
let image: WorldImage
let other: WorldImage
let template: WorldLaunchTemplate
let instance: WorldInstance
const here = { region: home, accountId: builder }
const parameter = `arn:aws:ssm:${home}:${builder}:parameter/golden`
const recipe = `arn:aws:imagebuilder:${home}:${builder}:image-recipe/web/1.0.0`

beforeEach(() => {
  stage = createStage()
  const { world } = stage
  image = stage.image()
  other = stage.image()
  const { imageId } = image
  template = createLaunchTemplate(world, { ...here, name: 'web', data: { ImageId: imageId } })
  instance = launch(
    world,
    { region: home, imageId },
    { accountId: builder, instanceType: 'm7g.large' },
  )[0] as WorldInstance
  nameImage(world, here, { type: 'ssm:Parameter', arn: parameter, imageId })
  nameImage(world, here, { type: 'imagebuilder:ImageRecipe', arn: recipe, imageId: other.imageId })
})

const call = (more: Partial<DescribeImageReferencesRequest> = {}, who = builder, region = home) =>
  ec2Calls.DescribeImageReferences(
    { ImageIds: [image.imageId, other.imageId], IncludeAllResourceTypes: true, ...more },
    stage.as(who, region),
  )
const ask = async (...input: Parameters<typeof call>) => (await call(...input)).ImageReferences ?? []
const of = (
  ResourceType: ImageReferenceResourceType,
  ResourceTypeOptions?: ResourceTypeOption[],
): Partial<DescribeImageReferencesRequest> => ({
  IncludeAllResourceTypes: false,
  ResourceTypes: [{ ResourceType, ResourceTypeOptions }],
})
const ec2 = (resource: string) => `arn:aws:ec2:${home}:${builder}:${resource}`

describe('what names images', () => {
  it('is every resource of the account that does, each once', async () => {
    createLaunchTemplateVersion(stage.world, template, { ImageId: image.imageId })
    expect(await ask()).toEqual(
      [
        { ImageId: image.imageId, ResourceType: 'ec2:Instance', Arn: ec2(`instance/${instance.instanceId}`) },
        {
          ImageId: image.imageId,
          ResourceType: 'ec2:LaunchTemplate',
          Arn: ec2(`launch-template/${template.launchTemplateId}`),
        },
        { ImageId: image.imageId, ResourceType: 'ssm:Parameter', Arn: parameter },
        { ImageId: other.imageId, ResourceType: 'imagebuilder:ImageRecipe', Arn: recipe },
      ].sort((a, b) => (`${a.ImageId} ${a.ResourceType}` < `${b.ImageId} ${b.ResourceType}` ? -1 : 1)),
    )
  })

  it('is the caller’s own, whoever owns the image', async () => {
    expect(await ask({}, consumer)).toEqual([])
    const [theirs] = launch(
      stage.world,
      { region: home, imageId: image.imageId },
      { accountId: consumer, instanceType: 'm7g.large' },
    )
    expect((await ask({}, consumer)).map(({ Arn }) => Arn)).toEqual([
      `arn:aws:ec2:${home}:${consumer}:instance/${theirs?.instanceId}`,
    ])
    expect(await ask({}, builder, away)).toEqual([])
  })

  it('is of the types that are asked for', async () => {
    expect((await ask(of('ssm:Parameter'))).map(({ Arn }) => Arn)).toEqual([parameter])
    expect(await ask(of('imagebuilder:ContainerRecipe'))).toEqual([])
    forgetImage(stage.world, here, { type: 'ssm:Parameter', arn: parameter })
    expect(await ask(of('ssm:Parameter'))).toEqual([])
  })

  it('is instances in the states that are asked for, and none that left EC2', async () => {
    const states = (...OptionValues: string[]) => of('ec2:Instance', [{ OptionName: 'state-name', OptionValues }])
    expect(await ask(states('running'))).toHaveLength(1)
    expect(await ask(states('stopped'))).toEqual([])
    terminate(stage.world, instance)
    expect(await ask(states('terminated'))).toHaveLength(1)
    stage.setTime(new Date(start.getTime() + 2 * 3_600_000))
    expect(await ask(of('ec2:Instance'))).toEqual([])
  })

  it('is the last ten versions of a launch template, or as many as are asked for', async () => {
    for (let i = 0; i < 10; i += 1) createLaunchTemplateVersion(stage.world, template, { ImageId: 'ami-00000000' })
    expect(await ask(of('ec2:LaunchTemplate'))).toEqual([])
    const depth = [{ OptionName: 'version-depth' as const, OptionValues: ['11'] }]
    expect(await ask(of('ec2:LaunchTemplate', depth))).toHaveLength(1)
  })

  it('comes in pages', async () => {
    const pages = await pagesOf(
      NextToken => call({ MaxResults: 3, NextToken }),
      page => page.NextToken,
    )
    expect(pages.map(({ ImageReferences = [] }) => ImageReferences.length)).toEqual([3, 1])
    expect(pages.flatMap(({ ImageReferences = [] }) => ImageReferences)).toEqual(await ask())
  })

  it.each<[what: string, input: DescribeImageReferencesRequest, code: string]>([
    ['without images', { ImageIds: [] }, 'MissingParameter'],
    [
      'of more than ten images',
      { ImageIds: Array.from({ length: 11 }, (_, i) => `ami-${String(i).padStart(8, '0')}`) },
      'InvalidParameterValue',
    ],
    ['of what is no image', { ImageIds: ['ami-1'] }, 'InvalidAMIID.Malformed'],
    ['without types', { ImageIds: ['ami-00000000'], IncludeAllResourceTypes: false }, 'MissingParameter'],
    ['in pages that are too large', { ImageIds: ['ami-00000000'], MaxResults: 1_001 }, 'InvalidParameterValue'],
  ])('is refused %s', async (_what, input, code) => {
    expect(await errorCode(() => call(input))).toBe(code)
  })
})
