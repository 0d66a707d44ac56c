import type { JudgedImage } from '../../src/domain/allowed-images.ts'
import type { AllowedImagesCriterion } from '../../src/domain/facts.ts'

// "Control the discovery and use of AMIs in Amazon EC2 with Allowed AMIs", and its JSON configuration (R13)

const any: AllowedImagesCriterion = {
  imageProviders: null,
  imageNames: null,
  marketplaceProductCodes: null,
  maximumDaysSinceCreated: null,
  maximumDaysSinceDeprecated: null,
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
  ['a condition that this version does not read', [{ otherConditions: ['ImageWatermarks'] }], {}, null],
  ['… that does not matter', [{ otherConditions: ['ImageWatermarks'], imageNames: ['x'] }], {}, false],
  ['… beside a criterion that is met', [{ otherConditions: ['ImageWatermarks'] }, {}], {}, true],
]

export const cases = rows.map(([name, criteria, image, expected]) => ({
  name,
  criteria: criteria.map(criterion => ({ ...any, ...criterion })),
  image: { ...plain, ...image },
  expected,
}))
