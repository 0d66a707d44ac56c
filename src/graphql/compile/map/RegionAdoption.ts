import { adoptionByRegion } from '../../../db/golden-images/adoption.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const RegionAdoption: TypeMap = facts(adoptionByRegion.to.fields)
