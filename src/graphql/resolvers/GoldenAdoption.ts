import { adoptionByAccount, adoptionByOrganizationalUnit, adoptionByRegion } from '../../db/golden-images/adoption.ts'
import type { GoldenAdoptionResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const GoldenAdoption: GoldenAdoptionResolvers = {
  byAccount: ({ origin, family }, _, { load }, info) =>
    load.list(adoptionByAccount, { origin, family }, selectionOf(info)),

  byOrganizationalUnit: ({ origin, family }, _, { load }, info) =>
    load.list(adoptionByOrganizationalUnit, { origin, family }, selectionOf(info)),

  byRegion: ({ origin, family }, _, { load }, info) =>
    load.list(adoptionByRegion, { origin, family }, selectionOf(info)),
}
