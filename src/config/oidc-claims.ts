import { z } from 'zod'
import { viewerRoles } from '../domain/viewer.ts'
import { json } from './json.ts'

const claim = z.string().min(1)
const accountId = z.string().regex(/^\d{12}$/)
const organizationalUnitId = z.string().regex(/^(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})$/)

const grant = z.strictObject({
  /** The claim that is looked at: its value, or one of its values, has to be `value` */
  claim,
  value: z.string().min(1),
  /** Whoever has it sees the whole organization */
  organization: z.boolean().default(false),
  accounts: z.array(accountId).default([]),
  organizationalUnits: z.array(organizationalUnitId).default([]),
  roles: z.array(z.enum(viewerRoles)).default([]),
})

const claims = z.strictObject({
  /** The claim that names the viewer in the audit log */
  name: claim.default('sub'),
  /** The claims that list account IDs and IDs of organizational units */
  accounts: claim.nullable().default(null),
  organizationalUnits: claim.nullable().default(null),
  grants: z.array(grant).default([]),
})

/** What the claims of a token let its bearer see and do. */
export type OidcClaims = z.output<typeof claims>

/** The JSON of `AMIGRAPH_OIDC_CLAIMS`. A name that is not known is refused: it would silently give nothing. */
export const oidcClaims = json(claims)
