import {
  adoptionByAccount,
  adoptionByOrganizationalUnit,
  adoptionByRegion,
  adoptionOfFamily,
} from '../../../db/golden-images/adoption.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { list } from '../related.ts'

export const GoldenAdoption: TypeMap = {
  ...facts(adoptionOfFamily.to.fields),
  byAccount: list(adoptionByAccount),
  byOrganizationalUnit: list(adoptionByOrganizationalUnit),
  byRegion: list(adoptionByRegion),
}
