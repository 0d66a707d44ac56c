import { adoptionByOrganizationalUnit } from '../../../db/golden-images/adoption.ts'
import { organizationalUnitByKey } from '../../../db/organizational-units/organizational-unit.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const OrganizationalUnitAdoption: TypeMap = {
  ...facts(adoptionByOrganizationalUnit.to.fields),
  organizationalUnit: one(organizationalUnitByKey),
}
