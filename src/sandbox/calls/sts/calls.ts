import type { Credentials } from '../../credentials.ts'
import { assumeRole } from './assume-role.ts'
import { getCallerIdentity } from './get-caller-identity.ts'

/** STS's calls over the keys of one sandbox. */
export const stsCalls = (credentials: Credentials) => ({
  AssumeRole: assumeRole(credentials),
  GetCallerIdentity: getCallerIdentity,
})
