import type { AllowedImagesCriterion, WatermarkCondition } from './facts.ts'
import { InvalidInput } from './invalid-input.ts'

/** A criterion of Allowed AMIs as somebody proposes it; what is left out or null allows any. */
export type ProposedCriterion = {
  readonly imageProviders?: readonly string[] | null
  readonly imageNames?: readonly string[] | null
  readonly marketplaceProductCodes?: readonly string[] | null
  readonly maximumDaysSinceCreated?: number | null
  readonly maximumDaysSinceDeprecated?: number | null
  readonly imageWatermarks?: readonly ProposedWatermark[] | null
}

export type ProposedWatermark = { readonly [Name in keyof WatermarkCondition]?: WatermarkCondition[Name] }

const greatestNumber = 10

/**
 * (R13) The criteria in the form of an account's settings; throws InvalidInput with everything that AWS would refuse, by
 * its limits. AWS: EC2 API reference, ImageCriterionRequest, CreationDateConditionRequest, DeprecationTimeConditionRequest,
 * ImageWatermarkFilterRequest.
 */
export const readProposal = (criteria: readonly ProposedCriterion[]): AllowedImagesCriterion[] => {
  const problems = [
    ...(criteria.length > greatestNumber ? [`there are ${criteria.length}, of at most ${greatestNumber}`] : []),
    ...criteria.flatMap((criterion, i) => problemsOf(criterion).map(problem => `[${i}].${problem}`)),
  ]
  if (problems.length > 0) throw new InvalidInput(`criteria: ${problems.slice(0, 10).join('; ')}`)
  return criteria.map(criterion => ({
    imageProviders: listOf(criterion.imageProviders),
    imageNames: listOf(criterion.imageNames),
    marketplaceProductCodes: listOf(criterion.marketplaceProductCodes),
    maximumDaysSinceCreated: criterion.maximumDaysSinceCreated ?? null,
    maximumDaysSinceDeprecated: criterion.maximumDaysSinceDeprecated ?? null,
    imageWatermarks: criterion.imageWatermarks?.map(watermarkCondition) ?? null,
    otherConditions: [],
  }))
}

const watermarkCondition = (proposed: ProposedWatermark): WatermarkCondition => ({
  watermarkKey: proposed.watermarkKey ?? null,
  sourceImageRegion: proposed.sourceImageRegion ?? null,
  maximumDaysSinceSourceImageCreated: proposed.maximumDaysSinceSourceImageCreated ?? null,
  maximumDaysSinceWatermarkCreated: proposed.maximumDaysSinceWatermarkCreated ?? null,
})

const listOf = (values: readonly string[] | null | undefined) => (values ? [...values] : null)

type List = {
  readonly name: 'imageProviders' | 'imageNames' | 'marketplaceProductCodes'
  readonly most: number
  readonly form: RegExp
  readonly expected: string
}

const lists: readonly List[] = [
  {
    name: 'imageProviders',
    most: 200,
    form: /^(amazon|aws-marketplace|aws-backup-vault|none|\d{12})$/,
    expected: 'amazon, aws-marketplace, aws-backup-vault, none or an account ID of 12 digits',
  },
  {
    name: 'imageNames',
    most: 50,
    form: /^(?=[^?]*$|.{3})[A-Za-z0-9 ()[\]./\-'@_*?]{1,128}$/,
    expected: "1 to 128 (with ? at least 3) letters, digits, spaces and ( ) [ ] . / - ' @ _ * ?",
  },
  { name: 'marketplaceProductCodes', most: 50, form: /^[A-Za-z0-9]{1,25}$/, expected: '1 to 25 letters and digits' },
]

const problemsOf = (criterion: ProposedCriterion): string[] => [
  ...lists.flatMap(list => problemsOfList(criterion[list.name] ?? null, list)),
  ...negative(criterion, 'maximumDaysSinceCreated', 'maximumDaysSinceDeprecated'),
  ...problemsOfWatermarks(criterion.imageWatermarks ?? null),
]

const negative = <Name extends string>(of: { readonly [Days in Name]?: number | null }, ...names: Name[]): string[] =>
  names.flatMap(name => ((of[name] ?? 0) < 0 ? [`${name} is ${of[name]}, and cannot be below 0`] : []))

const mostWatermarks = 50

const problemsOfWatermarks = (conditions: readonly ProposedWatermark[] | null): string[] => {
  if (conditions === null) return []
  return [
    ...(conditions.length === 0 ? ['imageWatermarks is empty: leave it out to allow any'] : []),
    ...(conditions.length > mostWatermarks
      ? [`imageWatermarks has ${conditions.length} values, of at most ${mostWatermarks}`]
      : []),
    ...conditions.flatMap((condition, i) =>
      problemsOfWatermark(condition).map(problem => `imageWatermarks[${i}]${problem}`),
    ),
  ]
}

const problemsOfWatermark = (condition: ProposedWatermark): string[] => {
  const { watermarkKey: key = null, sourceImageRegion: region = null } = condition
  return [
    ...(Object.values(condition).every(value => value === null || value === undefined) ? [' says nothing'] : []),
    ...(key === null || /^[A-Za-z0-9 ()[\]./\-'@_:*?]{1,141}$/.test(key)
      ? []
      : [`.watermarkKey is ${JSON.stringify(key.slice(0, 150))}: it has to be ACCOUNT:NAME, also with * and ?`]),
    ...(region === null || /^[a-z0-9\-*?]{1,32}$/.test(region)
      ? []
      : [`.sourceImageRegion is ${JSON.stringify(region.slice(0, 40))}: it has to be a Region, also with * and ?`]),
    ...negative(condition, 'maximumDaysSinceSourceImageCreated', 'maximumDaysSinceWatermarkCreated').map(
      problem => `.${problem}`,
    ),
  ]
}

const problemsOfList = (values: readonly string[] | null, { name, most, form, expected }: List): string[] => {
  if (values === null) return []
  const isMixed = name === 'imageProviders' && values.includes('none') && values.length > 1
  return [
    ...(values.length === 0 ? [`${name} is empty: leave it out to allow any`] : []),
    ...(values.length > most ? [`${name} has ${values.length} values, of at most ${most}`] : []),
    ...(isMixed ? [`${name} has none beside others, which AWS does not take`] : []),
    ...values.flatMap(value =>
      form.test(value) ? [] : [`${name} has ${JSON.stringify(value.slice(0, 130))}: each has to be ${expected}`],
    ),
  ]
}
