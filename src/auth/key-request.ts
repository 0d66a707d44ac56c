import { parseArgs } from 'node:util'
import { type ViewerRole, type ViewerScope, viewerRoles } from '../domain/viewer.ts'
import { parseDuration } from './parse-duration.ts'

/** What `npm run keys` is asked to do. */
export type KeyRequest =
  | {
      readonly do: 'create'
      readonly name: string
      readonly scope: ViewerScope
      readonly roles: ViewerRole[]
      readonly lifeMs: number
    }
  | { readonly do: 'list' }
  | { readonly do: 'revoke'; readonly id: string }

export const keysUsage = `npm run keys -- create --name NAME (--organization | --accounts ID,… | --ous OU,…) [--role sync] [--role admin] [--expires 90d]
npm run keys -- list
npm run keys -- revoke ID

--organization  the key sees the whole organization
--accounts      it sees these accounts, --ous the accounts that are in these organizational units at the time
--role          sync: it may ask for a sync; admin: it may administer
--expires       30m, 12h, 90d; at most 366d; 90d unless given`

/** The command line cannot be followed; the message says why. */
export class KeyRequestError extends Error {
  override readonly name = 'KeyRequestError'
}

/** Reads the command line of `npm run keys`. */
export const parseKeyRequest = (args: readonly string[]): KeyRequest => {
  const { values, positionals } = parse(args)
  const [action, id, ...rest] = positionals
  if (action === 'list' && id === undefined && Object.keys(values).length === 0) return { do: 'list' }
  if (action === 'revoke' && id !== undefined && rest.length === 0 && Object.keys(values).length === 0) {
    return { do: 'revoke', id }
  }
  if (action !== 'create' || id !== undefined) throw new KeyRequestError(keysUsage)
  const name = values.name?.trim()
  if (!name || name.length > 200) throw new KeyRequestError('--name is missing: say what the key is for')
  const lifeMs = parseDuration(values.expires ?? '90d')
  if (lifeMs === undefined) throw new KeyRequestError('--expires has to be like 30m, 12h or 90d, at most 366d')
  const roles = listOf(values.role).map(role => {
    if (!viewerRoles.includes(role as ViewerRole))
      throw new KeyRequestError(`--role is one of ${viewerRoles.join(', ')}`)
    return role as ViewerRole
  })
  return { do: 'create', name, lifeMs, roles, scope: scopeOf(values) }
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        organization: { type: 'boolean' },
        accounts: { type: 'string', multiple: true },
        ous: { type: 'string', multiple: true },
        role: { type: 'string', multiple: true },
        expires: { type: 'string' },
      },
    })
  } catch (error) {
    throw new KeyRequestError(`${(error as Error).message}\n\n${keysUsage}`)
  }
}

type ScopeOptions = { organization?: boolean; accounts?: string[]; ous?: string[] }

const scopeOf = ({ organization = false, accounts, ous }: ScopeOptions): ViewerScope => {
  const accountIds = listOf(accounts)
  const organizationalUnitIds = listOf(ous)
  if (organization) {
    if (accountIds.length + organizationalUnitIds.length > 0) {
      throw new KeyRequestError('--organization is everything; leave out --accounts and --ous')
    }
    return { kind: 'organization' }
  }
  if (accountIds.length + organizationalUnitIds.length === 0) {
    throw new KeyRequestError('Say what the key sees: --organization, --accounts or --ous')
  }
  const wrong =
    accountIds.find(id => !/^\d{12}$/.test(id)) ??
    organizationalUnitIds.find(id => !/^(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})$/.test(id))
  if (wrong !== undefined) {
    throw new KeyRequestError(`${JSON.stringify(wrong)} is neither an account ID (12 digits) nor that of a unit (ou-…)`)
  }
  return { kind: 'limited', accountIds, organizationalUnitIds }
}

const listOf = (given: readonly string[] = []): string[] => [
  ...new Set(
    given
      .flatMap(list => list.split(','))
      .map(item => item.trim())
      .filter(item => item !== ''),
  ),
]
