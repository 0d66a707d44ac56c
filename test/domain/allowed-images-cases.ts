import type { JudgedImage, JudgedWatermark } from '../../src/domain/allowed-images.ts'
import type { AllowedImagesCriterion, WatermarkCondition } from '../../src/domain/facts.ts'

// "Control the discovery and use of AMIs in Amazon EC2 with Allowed AMIs", and its JSON configuration (R13)

const any: AllowedImagesCriterion = {
  imageProviders: null,
  imageNames: null,
  marketplaceProductCodes: null,
  maximumDaysSinceCreated: null,
  maximumDaysSinceDeprecated: null,
  imageWatermarks: null,
  otherConditions: [],
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

const plain: JudgedImage = {
  ownerAccountId: '100000000002',
  ownerAlias: null,
  name: 'golden-linux-1',
  creationDate: daysAgo(10),
  deprecationTime: null,
  productCodes: [],
  watermarks: [],
}

const anyMark: WatermarkCondition = {
  watermarkKey: null,
  sourceImageRegion: null,
  maximumDaysSinceSourceImageCreated: null,
  maximumDaysSinceWatermarkCreated: null,
}
const marks = (...conditions: Partial<WatermarkCondition>[]) => [
  { imageWatermarks: conditions.map(condition => ({ ...anyMark, ...condition })) },
]
const approved: JudgedWatermark = {
  watermarkKey: '100000000002:approved (v1)',
  sourceImageRegion: 'eu-central-1',
  sourceImageCreationTime: daysAgo(9),
  watermarkCreationTime: daysAgo(3),
}
const other: JudgedWatermark = {
  watermarkKey: '100000000003:other',
  sourceImageRegion: 'us-east-1',
  sourceImageCreationTime: daysAgo(90),
  watermarkCreationTime: daysAgo(80),
}

type Case = [
  name: string,
  criteria: Partial<AllowedImagesCriterion>[],
  image: Partial<JudgedImage>,
  expected: boolean | null,
]

const rows: Case[] = [
  ['no criteria allow nothing', [], {}, false],
  ['a criterion without conditions allows everything', [{}], {}, true],
  ['a provider by its account', [{ imageProviders: ['100000000002'] }], {}, true],
  ['another provider', [{ imageProviders: ['amazon', '100000000003'] }], {}, false],
  ['a provider by its alias', [{ imageProviders: ['amazon'] }], { ownerAlias: 'amazon' }, true],
  ['an alias that is not listed', [{ imageProviders: ['amazon'] }], { ownerAlias: 'aws-marketplace' }, false],
  ['none: only own images', [{ imageProviders: ['none'] }], { ownerAlias: 'amazon' }, false],
  ['an owner nobody named', [{ imageProviders: ['100000000002'] }], { ownerAccountId: null }, null],
  [
    'an alias of an owner nobody named',
    [{ imageProviders: ['amazon'] }],
    { ownerAccountId: null, ownerAlias: 'amazon' },
    true,
  ],
  ['a name by pattern', [{ imageNames: ['other', 'golden-*-?'] }], {}, true],
  ['a pattern is for the whole name', [{ imageNames: ['golden'] }], {}, false],
  ['signs of other patterns mean themselves', [{ imageNames: ['golden_linux%'] }], {}, false],
  ['names are compared with case', [{ imageNames: ['GOLDEN*'] }], {}, false],
  ['an image without a name', [{ imageNames: ['?*'] }], { name: null }, false],
  ['a name that nobody told', [{ imageNames: ['a*'] }], { name: null, productCodes: null }, null],
  ['… that any would fit', [{ imageNames: ['*'] }], { name: null, productCodes: null }, true],
  ['a name that instances tell', [{ imageNames: ['a*'] }], { productCodes: null }, false],
  ['a product', [{ marketplaceProductCodes: ['a', 'b'] }], { productCodes: ['b'] }, true],
  ['another product', [{ marketplaceProductCodes: ['a'] }], { productCodes: ['b'] }, false],
  [
    'a product of an image of which only instances tell',
    [{ marketplaceProductCodes: ['a'] }],
    { productCodes: null },
    null,
  ],
  ['young enough', [{ maximumDaysSinceCreated: 11 }], {}, true],
  ['too old', [{ maximumDaysSinceCreated: 9 }], {}, false],
  ['of an unknown age', [{ maximumDaysSinceCreated: 9 }], { creationDate: null }, null],
  ['not deprecated', [{ maximumDaysSinceDeprecated: 0 }], {}, true],
  ['to be deprecated', [{ maximumDaysSinceDeprecated: 0 }], { deprecationTime: daysAgo(-1) }, true],
  ['deprecated', [{ maximumDaysSinceDeprecated: 0 }], { deprecationTime: daysAgo(1) }, false],
  ['a deprecation that nobody told', [{ maximumDaysSinceDeprecated: 0 }], { name: null, productCodes: null }, null],
  ['none, as instances tell', [{ maximumDaysSinceDeprecated: 0 }], { productCodes: null }, true],
  ['as many days as there can be', [{ maximumDaysSinceCreated: 2147483647 }], {}, true],
  ['… since the deprecation', [{ maximumDaysSinceDeprecated: 2147483647 }], { deprecationTime: daysAgo(40_000) }, true],
  ['deprecated lately', [{ maximumDaysSinceDeprecated: 2 }], { deprecationTime: daysAgo(1) }, true],
  ['all of a criterion', [{ imageProviders: ['100000000002'], imageNames: ['x'] }], {}, false],
  ['one of the criteria', [{ imageNames: ['x'] }, { imageProviders: ['100000000002'] }], {}, true],
  // ImageWatermarkFilterRequest: one watermark has to match all that one filter says
  ['a watermark', marks({ watermarkKey: approved.watermarkKey }), { watermarks: [approved] }, true],
  ['… beside another one', marks({ watermarkKey: '100000000002:*' }), { watermarks: [other, approved] }, true],
  ['a watermark by pattern', marks({ watermarkKey: '*:approve? (v1)' }), { watermarks: [approved] }, true],
  ['a pattern is for the whole key', marks({ watermarkKey: 'approved*' }), { watermarks: [approved] }, false],
  ['no watermark', marks({ watermarkKey: '*' }), {}, false],
  ['any watermark will do', marks({}), { watermarks: [approved] }, true],
  ['… but there is none', marks({}), {}, false],
  ['watermarks that nobody told', marks({ watermarkKey: '*' }), { watermarks: null }, null],
  ['… that do not matter', [{ ...marks({})[0], imageNames: ['x'] }], { watermarks: null }, false],
  ['the Region of the source', marks({ sourceImageRegion: 'eu-*' }), { watermarks: [approved] }, true],
  ['another Region', marks({ sourceImageRegion: 'eu-*' }), { watermarks: [other] }, false],
  [
    'a Region that nobody told',
    marks({ sourceImageRegion: 'eu-*' }),
    { watermarks: [{ ...approved, sourceImageRegion: null }] },
    null,
  ],
  [
    'a source that is young enough',
    marks({ maximumDaysSinceSourceImageCreated: 10 }),
    { watermarks: [approved] },
    true,
  ],
  ['a source that is too old', marks({ maximumDaysSinceSourceImageCreated: 8 }), { watermarks: [approved] }, false],
  ['attached lately', marks({ maximumDaysSinceWatermarkCreated: 4 }), { watermarks: [approved] }, true],
  ['attached too long ago', marks({ maximumDaysSinceWatermarkCreated: 2 }), { watermarks: [approved] }, false],
  [
    'as many days as there can be, since it was attached',
    marks({ maximumDaysSinceWatermarkCreated: 2147483647 }),
    { watermarks: [other] },
    true,
  ],
  [
    'attached nobody knows when',
    marks({ maximumDaysSinceWatermarkCreated: 2 }),
    { watermarks: [{ ...approved, watermarkCreationTime: null }] },
    null,
  ],
  [
    'no watermark meets all of a condition',
    marks({ watermarkKey: '*:other', maximumDaysSinceWatermarkCreated: 4 }),
    { watermarks: [approved, other] },
    false,
  ],
  [
    'one of the conditions',
    marks({ watermarkKey: '*:none' }, { sourceImageRegion: 'us-*' }),
    { watermarks: [approved, other] },
    true,
  ],
  [
    'one that fits beside one that nobody can tell',
    marks({ maximumDaysSinceWatermarkCreated: 4 }),
    { watermarks: [{ ...other, watermarkCreationTime: null }, approved] },
    true,
  ],
  ['a condition that this version does not read', [{ otherConditions: ['ScanResultCondition'] }], {}, null],
  ['… that does not matter', [{ otherConditions: ['ScanResultCondition'], imageNames: ['x'] }], {}, false],
  ['… beside a criterion that is met', [{ otherConditions: ['ScanResultCondition'] }, {}], {}, true],
]

export const cases = rows.map(([name, criteria, image, expected]) => ({
  name,
  criteria: criteria.map(criterion => ({ ...any, ...criterion })),
  image: { ...plain, ...image },
  expected,
}))
