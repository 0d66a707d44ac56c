import { expect, it } from 'vitest'
import { type AdoptionFact, adoptionHistory, type Breakdown } from '../../src/domain/adoption-history.ts'

const moments = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z']
const family: AdoptionFact = { what: 'FAMILY', origin: 'CONFIGURED', family: 'linux' }
const of = (n: number, breakdown: Breakdown = 'ALL', key: string | null = null) => ({ n, breakdown, key })
const rest = (notGolden: number, ...where: Parameters<typeof of>): AdoptionFact => ({
  what: 'REST',
  notGolden,
  ...of(...where),
})
const adopted = (onCurrent: number, onOlder: number, ...where: Parameters<typeof of>): AdoptionFact => ({
  what: 'ADOPTED',
  origin: 'CONFIGURED',
  family: 'linux',
  onCurrent,
  onOlder,
  ...of(...where),
})
const unknown = (...where: Parameters<typeof of>): AdoptionFact => ({ what: 'UNKNOWN', ...of(...where) })
const nothing = { onCurrent: null, onOlder: null, notGolden: null }

const points = (...facts: AdoptionFact[]) => adoptionHistory([family, ...facts], moments)[0]?.points ?? []

it('counts nothing where nothing was, and everything was known', () => {
  expect(points()).toEqual(
    moments.map(at => ({
      at: new Date(at),
      complete: true,
      onCurrent: 0,
      onOlder: 0,
      notGolden: 0,
      byAccount: [],
      byOrganizationalUnit: [],
      byRegion: [],
    })),
  )
})

it('has no number for what nobody knew, and those of the rest beside it', () => {
  const [first, second] = points(
    { what: 'FORGOTTEN', n: 1 },
    unknown(2),
    rest(3, 2),
    adopted(1, 2, 2),
    unknown(2, 'ACCOUNT', 'a'),
    rest(3, 2, 'ACCOUNT', 'b'),
  )
  expect(first).toMatchObject({ complete: false, ...nothing, byAccount: [] })
  expect(second).toMatchObject({ complete: false, onCurrent: 1, onOlder: 2, notGolden: 3 })
  expect(second?.byAccount).toEqual([
    { accountId: 'a', complete: false, ...nothing },
    { accountId: 'b', complete: true, onCurrent: 0, onOlder: 0, notGolden: 3 },
  ])
})

it('takes no Region for whole where the Regions of an account are not known', () => {
  const [point] = points(
    unknown(1),
    unknown(1, 'REGION'),
    rest(1, 1, 'REGION', 'eu-west-1'),
    rest(1, 1, 'UNIT', 'ou-1'),
  )
  expect(point?.byRegion).toEqual([{ region: 'eu-west-1', complete: false, onCurrent: 0, onOlder: 0, notGolden: 1 }])
  expect(point?.byOrganizationalUnit).toMatchObject([{ organizationalUnitId: 'ou-1', complete: true }])
})

it('has families in the order of their names', () => {
  const others: AdoptionFact[] = ['b', 'a'].map(name => ({ what: 'FAMILY', origin: 'IMAGE_BUILDER', family: name }))
  expect(adoptionHistory([family, ...others], moments).map(({ family: name }) => name)).toEqual(['a', 'b', 'linux'])
})
