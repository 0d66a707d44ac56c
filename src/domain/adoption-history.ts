/** By what instances are counted: all together, or apart. */
export type Breakdown = 'ALL' | 'ACCOUNT' | 'UNIT' | 'REGION'

/** A moment by its place among those asked for, from 1, and what of it `key` names; null with `ALL`. */
type Of = { readonly n: number; readonly breakdown: Breakdown; readonly key: string | null }

/** What is known that decides how golden images were adopted. */
export type AdoptionFact =
  | { readonly what: 'FAMILY'; readonly origin: string; readonly family: string }
  /** Nothing at all is known of that moment */
  | { readonly what: 'FORGOTTEN'; readonly n: number }
  /** Something of it had not been read yet; without a key, in Regions that nobody can name */
  | ({ readonly what: 'UNKNOWN' } & Of)
  | ({ readonly what: 'REST'; readonly notGolden: number } & Of)
  | ({ readonly what: 'ADOPTED'; readonly origin: string; readonly family: string } & Of & {
        readonly onCurrent: number
        readonly onOlder: number
      })

/** Numbers of instances, of what was known then; null where nothing was. */
export type AdoptionCounts = {
  /** Whether everything was known then */
  readonly complete: boolean
  readonly onCurrent: number | null
  readonly onOlder: number | null
  readonly notGolden: number | null
}

export type AdoptionOfAccount = Apart<'accountId'>
export type AdoptionOfUnit = Apart<'organizationalUnitId'>

/** What is counted apart, under this name. */
type Apart<Name extends string> = AdoptionCounts & { readonly [Key in Name]: string }

export type AdoptionPoint = AdoptionCounts & {
  readonly at: Date
  readonly byAccount: readonly AdoptionOfAccount[]
  readonly byOrganizationalUnit: readonly AdoptionOfUnit[]
  readonly byRegion: readonly Apart<'region'>[]
}

export type AdoptionHistory = {
  readonly origin: string
  readonly family: string
  readonly points: readonly AdoptionPoint[]
}

/** (R19, R20) Each family's adoption at each moment, by name; what nobody knew then is null, and never none. */
export const adoptionHistory = (facts: readonly AdoptionFact[], moments: readonly string[]): AdoptionHistory[] => {
  const known = new KnownFacts(facts)
  return known.families.map(({ origin, family }) => ({
    origin,
    family,
    points: moments.map((at, i) => pointOf(known, `${origin} ${family}`, i + 1, at)),
  }))
}

const pointOf = (known: KnownFacts, family: string, n: number, at: string): AdoptionPoint => {
  const apart = <Name extends string>(breakdown: Breakdown, name: Name) =>
    known
      .keysOf(n, breakdown)
      .map(key => ({ [name]: key, ...countsOf(known, family, { n, breakdown, key }) }) as Apart<Name>)
  return {
    at: new Date(at),
    ...countsOf(known, family, { n, breakdown: 'ALL', key: null }),
    byAccount: apart('ACCOUNT', 'accountId'),
    byOrganizationalUnit: apart('UNIT', 'organizationalUnitId'),
    byRegion: apart('REGION', 'region'),
  }
}

const countsOf = (known: KnownFacts, family: string, of: Of): AdoptionCounts => {
  const complete = known.isComplete(of)
  const notGolden = known.rest.get(placeOf(of))
  // Where something was not read, no row may also mean that nothing was.
  if (notGolden === undefined && !complete) return { complete, onCurrent: null, onOlder: null, notGolden: null }
  const { onCurrent = 0, onOlder = 0 } = known.adopted.get(`${placeOf(of)} ${family}`) ?? {}
  return { complete, onCurrent, onOlder, notGolden: notGolden ?? 0 }
}

const placeOf = ({ n, breakdown, key }: Of): string => `${n} ${breakdown} ${key}`

/** The facts by what they tell of. */
class KnownFacts {
  readonly families: { origin: string; family: string }[] = []
  readonly rest = new Map<string, number>()
  readonly adopted = new Map<string, { onCurrent: number; onOlder: number }>()
  readonly #forgotten = new Set<number>()
  readonly #unknown = new Set<string>()
  readonly #keys = new Map<string, Set<string>>()

  constructor(facts: readonly AdoptionFact[]) {
    for (const fact of facts) this.#add(fact)
    this.families.sort((a, b) => compare(a.family, b.family) || compare(a.origin, b.origin))
  }

  /** What is counted apart then, in order. */
  keysOf(n: number, breakdown: Breakdown): string[] {
    if (this.#forgotten.has(n)) return []
    return [...(this.#keys.get(`${n} ${breakdown}`) ?? [])].sort(compare)
  }

  isComplete(of: Of): boolean {
    if (this.#forgotten.has(of.n) || this.#unknown.has(placeOf(of))) return false
    return of.breakdown !== 'REGION' || !this.#unknown.has(placeOf({ ...of, key: null }))
  }

  #add(fact: AdoptionFact): void {
    if (fact.what === 'FAMILY') this.families.push(fact)
    else if (fact.what === 'FORGOTTEN') this.#forgotten.add(fact.n)
    else {
      const place = placeOf(fact)
      if (fact.what === 'UNKNOWN') this.#unknown.add(place)
      else if (fact.what === 'REST') this.rest.set(place, fact.notGolden)
      else this.adopted.set(`${place} ${fact.origin} ${fact.family}`, fact)
      if (fact.key !== null) this.#keysAt(`${fact.n} ${fact.breakdown}`).add(fact.key)
    }
  }

  #keysAt(place: string): Set<string> {
    const keys = this.#keys.get(place) ?? new Set<string>()
    this.#keys.set(place, keys)
    return keys
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
