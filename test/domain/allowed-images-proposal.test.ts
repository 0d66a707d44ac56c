import { expect, it } from 'vitest'
import { type ProposedCriterion, readProposal } from '../../src/domain/allowed-images-proposal.ts'
import { InvalidInput } from '../../src/domain/invalid-input.ts'

const many = (count: number, value: string) => Array.from({ length: count }, () => value)

// EC2 API reference: ImageCriterionRequest, CreationDateConditionRequest, DeprecationTimeConditionRequest,
// ImageWatermarkFilterRequest
const taken: ProposedCriterion[][] = [
  [],
  [{}],
  many(10, '').map(() => ({})),
  [{ imageProviders: ['amazon', 'aws-marketplace', 'aws-backup-vault', '123456789012'] }],
  [{ imageProviders: ['none'] }],
  [{ imageProviders: many(200, 'amazon') }],
  [{ imageNames: ['a', '*', 'a?b', "Golden image (v1.0) [x]/y_z-'@*", 'x'.repeat(128)] }],
  [{ imageNames: many(50, 'a'), marketplaceProductCodes: many(50, 'abc123') }],
  [{ maximumDaysSinceCreated: 0, maximumDaysSinceDeprecated: 2147483647 }],
  [{ imageProviders: null, imageNames: null, maximumDaysSinceCreated: null }],
  [{ imageWatermarks: [{ watermarkKey: "123456789012:it's [ok] (v1)/a.b_c-d@*?" }] }],
  [{ imageWatermarks: many(50, '*').map(watermarkKey => ({ watermarkKey, sourceImageRegion: 'eu-*-?' })) }],
  [{ imageWatermarks: [{ maximumDaysSinceSourceImageCreated: 0, maximumDaysSinceWatermarkCreated: 2147483647 }] }],
]

it.each(taken.map(criteria => [JSON.stringify(criteria).slice(0, 80), criteria] as const))(
  'takes %s',
  (_, criteria) => {
    expect(readProposal(criteria)).toHaveLength(criteria.length)
  },
)

const refused: [expected: RegExp, criteria: ProposedCriterion[]][] = [
  [/^criteria: there are 11, of at most 10$/, many(11, '').map(() => ({}))],
  [/^criteria: \[0\]\.imageProviders has 201 values, of at most 200$/, [{ imageProviders: many(201, 'amazon') }]],
  [/^criteria: \[0\]\.imageProviders has "self": each has to be amazon, /, [{ imageProviders: ['self'] }]],
  [/has "12345678901"/, [{ imageProviders: ['12345678901'] }]],
  [/\[1\]\.imageProviders has none beside others/, [{}, { imageProviders: ['none', 'amazon'] }]],
  [/imageProviders is empty: leave it out to allow any/, [{ imageProviders: [] }]],
  [/imageNames has 51 values, of at most 50/, [{ imageNames: many(51, 'a') }]],
  [/imageNames has "": each has to be 1 to 128/, [{ imageNames: [''] }]],
  [/imageNames has "a\?"/, [{ imageNames: ['a?'] }]],
  [/imageNames has "x{128,}"?/, [{ imageNames: ['x'.repeat(129)] }]],
  [/imageNames has "50%"/, [{ imageNames: ['50%'] }]],
  [/imageNames has "a\\nb"/, [{ imageNames: ['a\nb'] }]],
  [/marketplaceProductCodes has "a-b": each has to be 1 to 25/, [{ marketplaceProductCodes: ['a-b'] }]],
  [/marketplaceProductCodes has "a{26}"/, [{ marketplaceProductCodes: ['a'.repeat(26)] }]],
  [/maximumDaysSinceCreated is -1, and cannot be below 0/, [{ maximumDaysSinceCreated: -1 }]],
  [/maximumDaysSinceDeprecated is -5/, [{ maximumDaysSinceDeprecated: -5 }]],
  [/imageWatermarks is empty: leave it out to allow any/, [{ imageWatermarks: [] }]],
  [
    /imageWatermarks has 51 values, of at most 50/,
    [{ imageWatermarks: many(51, '*').map(watermarkKey => ({ watermarkKey })) }],
  ],
  [/imageWatermarks\[1\] says nothing/, [{ imageWatermarks: [{ watermarkKey: '*' }, { sourceImageRegion: null }] }]],
  [/imageWatermarks\[0\]\.watermarkKey is "a%"/, [{ imageWatermarks: [{ watermarkKey: 'a%' }] }]],
  [/\.watermarkKey is "a{142}"/, [{ imageWatermarks: [{ watermarkKey: 'a'.repeat(142) }] }]],
  [/\.sourceImageRegion is "EU"/, [{ imageWatermarks: [{ sourceImageRegion: 'EU' }] }]],
  [
    /imageWatermarks\[0\]\.maximumDaysSinceWatermarkCreated is -1/,
    [{ imageWatermarks: [{ maximumDaysSinceWatermarkCreated: -1 }] }],
  ],
  [
    /imageNames has "%".*; \[1\]\.marketplaceProductCodes is empty/,
    [{ imageNames: ['%'] }, { marketplaceProductCodes: [] }],
  ],
]

it.each(refused)('says what is wrong: %s', (expected, criteria) => {
  expect(() => readProposal(criteria)).toThrow(InvalidInput)
  expect(() => readProposal(criteria)).toThrow(expected)
})

it('has the form of an account’s settings', () => {
  expect(readProposal([{ imageProviders: ['amazon'], maximumDaysSinceCreated: 30 }])).toEqual([
    {
      imageProviders: ['amazon'],
      imageNames: null,
      marketplaceProductCodes: null,
      maximumDaysSinceCreated: 30,
      maximumDaysSinceDeprecated: null,
      imageWatermarks: null,
      otherConditions: [],
    },
  ])
})
