import type { Key, LineageRows } from '../support/lineage-oracle.ts'

const [here, there] = ['eu-central-1', 'us-east-1']
const [owner, other] = ['100000000002', '100000000003']

type Image = LineageRows['images'][number]

const image = (id: string, more: Partial<Image> = {}): Image => ({
  region: here,
  id,
  owner,
  evidence: 'OWNER',
  source: null,
  instance: null,
  ...more,
})
const key = (id: string, region: string | null = here): Key => ({ region, id })
const rows = (more: Partial<LineageRows>): LineageRows => ({
  images: [],
  instances: [],
  ancestries: [],
  builds: [],
  ...more,
})

export type LineageCase = {
  name: string
  rows: LineageRows
  /** Of the image `ami-1` in the first Region: `GENERATION REGION ID END: KIND RELATIONSHIP REGION ID, …` */
  ancestors?: string[]
  descendants?: string[]
}

/**
 * DescribeImages: SourceImageId, SourceImageRegion (of CreateImage, CopyImage and CreateRestoreImageTask), SourceInstanceId
 * (of CreateImage alone). "AMI ancestry". Image Builder CreateImageRecipe: parentImage.
 */
export const lineageCases: LineageCase[] = [
  {
    name: 'a copy in another Region is a copy, whoever tells of it',
    rows: rows({
      images: [
        image('ami-1', { evidence: 'CONSUMER', source: key('ami-2', there) }),
        image('ami-2', { region: there }),
      ],
    }),
    ancestors: [`1 ${there} ami-2 NOTHING_FURTHER: SOURCE_IMAGE COPY ${here} ami-1`],
    descendants: [],
  },
  {
    name: 'a copy in the same Region and account, by another account, and an image made from an instance',
    rows: rows({
      images: [
        image('ami-1'),
        image('ami-2', { source: key('ami-1') }),
        image('ami-3', { source: key('ami-1'), owner: other, evidence: 'CONSUMER' }),
        image('ami-4', { source: key('ami-1'), instance: 'i-1' }),
      ],
    }),
    descendants: [
      `1 ${here} ami-2 NOTHING_FURTHER: SOURCE_IMAGE COPY ${here} ami-1`,
      `1 ${here} ami-3 NOTHING_FURTHER: SOURCE_IMAGE null ${here} ami-1`,
      `1 ${here} ami-4 NOTHING_FURTHER: SOURCE_IMAGE DERIVED ${here} ami-1`,
    ],
  },
  {
    name: 'an image made from an instance, by the image that it ran, where AWS does not name the source',
    rows: rows({
      images: [image('ami-1', { instance: 'i-1' }), image('ami-2')],
      instances: [
        { account: owner, region: here, id: 'i-1', image: 'ami-2' },
        { account: owner, region: there, id: 'i-1', image: 'ami-3' },
      ],
    }),
    ancestors: [`1 ${here} ami-2 NOTHING_FURTHER: SOURCE_INSTANCE DERIVED ${here} ami-1`],
  },
  {
    name: 'a source that the inventory does not hold ends the lineage, and is shown',
    rows: rows({ images: [image('ami-1', { source: key('ami-2', there) })] }),
    ancestors: [`1 ${there} ami-2 OUTSIDE_INVENTORY: SOURCE_IMAGE COPY ${here} ami-1`],
  },
  {
    name: '… unless AWS was asked what lies beyond it',
    rows: rows({
      images: [image('ami-1', { source: key('ami-2', there) }), image('ami-4')],
      ancestries: [{ of: key('ami-1'), owner, chain: [key('ami-2', there), key('ami-3', null), key('ami-4')] }],
    }),
    ancestors: [
      `1 ${there} ami-2 null: ANCESTRY null ${here} ami-1, SOURCE_IMAGE COPY ${here} ami-1`,
      `2 null ami-3 OUTSIDE_INVENTORY: ANCESTRY null ${there} ami-2`,
      `3 ${here} ami-4 NOTHING_FURTHER: ANCESTRY null null ami-3`,
    ],
  },
  {
    name: 'descendants over images that are gone',
    rows: rows({
      images: [image('ami-1'), image('ami-4', { region: there, source: key('ami-3', there) })],
      ancestries: [{ of: key('ami-4', there), owner, chain: [key('ami-3', there), key('ami-2'), key('ami-1')] }],
    }),
    descendants: [
      `1 ${here} ami-2 null: ANCESTRY null ${here} ami-1`,
      `2 ${there} ami-3 null: ANCESTRY null ${here} ami-2`,
      `3 ${there} ami-4 NOTHING_FURTHER: ANCESTRY null ${there} ami-3, SOURCE_IMAGE COPY ${there} ami-3`,
    ],
  },
  {
    name: 'an image of Image Builder, and what the build distributed, which is a copy',
    rows: rows({
      images: [image('ami-1'), image('ami-2'), image('ami-3', { region: there, source: key('ami-2') })],
      builds: [{ arn: 'build-1', region: here, parent: 'ami-1', outputs: [key('ami-2'), key('ami-3', there)] }],
    }),
    descendants: [
      `1 ${here} ami-2 null: IMAGE_BUILDER DERIVED ${here} ami-1`,
      `2 ${there} ami-3 NOTHING_FURTHER: SOURCE_IMAGE COPY ${here} ami-2`,
    ],
  },
  {
    name: 'an image of a recipe that starts from another build, in its own Region',
    rows: rows({
      images: [image('ami-1'), image('ami-2'), image('ami-3', { region: there })],
      builds: [
        { arn: 'build-1', region: here, parent: 'ssm:/base', outputs: [key('ami-2'), key('ami-3', there)] },
        { arn: 'build-2', region: here, parent: 'build-1', outputs: [key('ami-1')] },
      ],
    }),
    ancestors: [`1 ${here} ami-2 NOTHING_FURTHER: IMAGE_BUILDER DERIVED ${here} ami-1`],
  },
  {
    name: 'what leads in a circle, and what names itself',
    rows: rows({
      images: [
        image('ami-1', { source: key('ami-2') }),
        image('ami-2', { source: key('ami-3') }),
        image('ami-3', { source: key('ami-1') }),
        image('ami-4', { source: key('ami-4') }),
      ],
    }),
    ancestors: [
      `1 ${here} ami-2 null: SOURCE_IMAGE COPY ${here} ami-1`,
      `2 ${here} ami-3 null: SOURCE_IMAGE COPY ${here} ami-2`,
    ],
    descendants: [
      `1 ${here} ami-3 null: SOURCE_IMAGE COPY ${here} ami-1`,
      `2 ${here} ami-2 null: SOURCE_IMAGE COPY ${here} ami-3`,
    ],
  },
  {
    name: 'an image that is reached on two ways is there once, in the nearest generation',
    rows: rows({
      images: [
        image('ami-1', { source: key('ami-2'), instance: 'i-1' }),
        image('ami-2', { source: key('ami-3') }),
        image('ami-3'),
      ],
      instances: [{ account: owner, region: here, id: 'i-1', image: 'ami-3' }],
    }),
    ancestors: [
      `1 ${here} ami-2 null: SOURCE_IMAGE DERIVED ${here} ami-1`,
      `1 ${here} ami-3 NOTHING_FURTHER: SOURCE_IMAGE COPY ${here} ami-2, SOURCE_INSTANCE DERIVED ${here} ami-1`,
    ],
  },
  {
    name: 'no deeper than ten generations unless asked, which is said',
    rows: rows({
      images: Array.from({ length: 14 }, (_, i) => image(`ami-${i + 1}`, { source: key(`ami-${i + 2}`) })),
    }),
    ancestors: Array.from(
      { length: 10 },
      (_, i) => `${i + 1} ${here} ami-${i + 2} ${i === 9 ? 'DEPTH' : null}: SOURCE_IMAGE COPY ${here} ami-${i + 1}`,
    ),
  },
]
