import { organizationalUnitByKey } from '../../db/organizational-units/organizational-unit.ts'
import type { OrganizationalUnitAdoptionPointResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const OrganizationalUnitAdoptionPoint: OrganizationalUnitAdoptionPointResolvers = {
  organizationalUnit: ({ organizationalUnitId }, _, { load }, info) =>
    load.one(organizationalUnitByKey, { organizationalUnitId }, selectionOf(info)),
}
