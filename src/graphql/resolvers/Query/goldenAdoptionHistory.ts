import { readAdoptionHistory } from '../../../db/golden-images/read-adoption-history.ts'
import { adoptionHistory, type Breakdown } from '../../../domain/adoption-history.ts'
import { InvalidInput } from '../../../domain/invalid-input.ts'
import { readMoment } from '../../as-of.ts'
import type { QueryResolvers } from '../../schema.generated.ts'
import { type Selection, selectionOf } from '../../selection.ts'

const mostMoments = 100

export const goldenAdoptionHistory: QueryResolvers['goldenAdoptionHistory'] = async (
  _,
  { moments: given, families = null, accounts = null, regions = null },
  { read },
  info,
) => {
  const moments = [...new Set(given.map(at => readMoment(at, 'moments')))].sort()
  if (moments.length === 0 || moments.length > mostMoments)
    throw new InvalidInput(`moments: there are ${moments.length}, of 1 to ${mostMoments}`)
  const breakdowns = breakdownsOf(selectionOf(info)['points'] ?? {})
  return adoptionHistory(await readAdoptionHistory(read, { moments, families, accounts, regions, breakdowns }), moments)
}

/** What is not asked for is not counted. */
const breakdownsOf = (asked: Selection): Breakdown[] => [
  'ALL',
  ...(asked['byAccount'] ? (['ACCOUNT'] as const) : []),
  ...(asked['byOrganizationalUnit'] ? (['UNIT'] as const) : []),
  ...(asked['byRegion'] ? (['REGION'] as const) : []),
]
