import { regionOf } from '../find.ts'
import { referencesOf } from '../reference-store.ts'
import type { World, WorldReference } from '../world.ts'

export type Place = { region: string; accountId: string }

/** Lets a parameter or recipe of an account name an image; one that is there names it from then on. */
export const nameImage = (world: World, place: Place, reference: WorldReference): void =>
  setReferences(world, place, others => [...others, reference], reference)

/** Takes a parameter or recipe away. */
export const forgetImage = (world: World, place: Place, reference: Pick<WorldReference, 'type' | 'arn'>): void =>
  setReferences(world, place, others => others, reference)

const setReferences = (
  world: World,
  { region: name, accountId }: Place,
  change: (others: WorldReference[]) => WorldReference[],
  { type, arn }: Pick<WorldReference, 'type' | 'arn'>,
) => {
  const region = regionOf(world, name)
  const others = referencesOf(region, accountId).filter(known => known.type !== type || known.arn !== arn)
  region.references.set(accountId, change(others))
  world.notify({ kind: 'reference', at: world.now(), region: name, accountId, arn })
}
