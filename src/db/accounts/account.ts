import { sql } from 'kysely'
import { type AskedRow, type Concept, column, nameKey, nodeId, table, textKey } from '../concept.ts'
import { oneOf, text } from '../filter.ts'
import { relate } from '../relation.ts'
import { inOrganizationalUnit } from './in-organizational-unit.ts'

/** Member accounts. An account outside the organization has no row: `outside-account.ts` stands for it. */
export const account: Concept = {
  name: 'Account',
  from: table('amigraph.accounts'),
  fields: {
    id: nodeId('Account', 'account_id'),
    accountId: column('account_id'),
    inOrganization: () => sql`true`,
    arn: column('arn'),
    name: column('name'),
    email: column('email'),
    state: column('state'),
    joinedMethod: column('joined_method'),
    joinedAt: column('joined_at'),
    isManagementAccount: t => sql`exists (
      select from amigraph.organizations o where o.management_account_id = ${column('account_id')(t)})`,
    organizationalUnitId: column('parent_id'),
    organizationalUnitPath: column('organizational_unit_path'),
  },
  always: ['accountId', 'organizationalUnitId'],
  filters: {
    accountId: oneOf(column('account_id')),
    name: text(column('name')),
    state: oneOf(column('state')),
    organizationalUnit: inOrganizationalUnit,
  },
  orders: {
    ACCOUNT_ID: [textKey('account_id')],
    NAME: [nameKey('name'), textKey('account_id')],
    ORGANIZATIONAL_UNIT_PATH: [nameKey('organizational_unit_path'), textKey('account_id')],
  },
  defaultOrder: { field: 'ACCOUNT_ID', direction: 'ASC' },
}

/** What every row of an account has. */
export type AccountRow = AskedRow & {
  readonly accountId: string
  readonly organizationalUnitId: string | null
  /** Set where the account is wanted as it was at a moment */
  readonly asOf?: string
}

/** One member account. */
export const accountByKey = relate('account', account, { account_id: 'accountId' })

/** The accounts directly in a unit. */
export const accountsInUnit = relate('accounts in unit', account, { parent_id: 'organizationalUnitId' })

/** The accounts in a unit and in those below it, at any depth. */
export const accountsBelowUnit = {
  ...accountsInUnit,
  name: 'accounts below unit',
  on: (t: string, parent: string) =>
    sql`${sql.ref(`${t}.ancestor_ids`)} @> array[${sql.ref(`${parent}.organizationalUnitId`)}]`,
}
