import { organizationalUnitByKey } from '../../db/organizational-units/organizational-unit.ts'
import { loadCertain } from '../load-certain.ts'
import type { OrganizationalUnitAdoptionResolvers } from '../schema.generated.ts'

export const OrganizationalUnitAdoption: OrganizationalUnitAdoptionResolvers = {
  organizationalUnit: ({ organizationalUnitId }, _, context, info) =>
    loadCertain(context, organizationalUnitByKey, { organizationalUnitId }, info),
}
