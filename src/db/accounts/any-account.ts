import { sql } from 'kysely'
import { type Concept, column, type Relation } from '../concept.ts'
import { account } from './account.ts'
import { isMember, isNamed } from './named-accounts.ts'

/** Accounts by their IDs, members or not: of one without a row nothing but its ID, and whether it is a member, is known. */
const anyAccount: Concept = {
  ...account,
  fields: { ...account.fields, inOrganization: column('in_organization') },
}

/** The account that something names; what a statement has for `outsideAccount`. */
export const namedAccount: Relation = {
  name: 'named account',
  to: anyAccount,
  parentKey: ['accountId'],
  from: (t, parent) => sql`(
    select named.account_id,
      a.account_id is not null or ${isMember(sql`named.account_id`)} as in_organization,
      a.organization_id, a.arn, a.name, a.email, a.state, a.joined_method, a.joined_at, a.parent_id,
      a.organizational_unit_path, a.ancestor_ids
    from (select ${sql.ref(`${parent}.accountId`)} as account_id) named
    left join amigraph.accounts a on a.account_id = named.account_id) as ${sql.ref(t)}`,
  on: t => sql`${sql.ref(`${t}.account_id`)} is not null`,
}

/** The account itself where the reader sees it, or sees an image, a launch permission or the organization that names it. */
export const knownAccount: Relation = {
  ...namedAccount,
  name: 'known account',
  on: t => sql`(${sql.ref(`${t}.organization_id`)} is not null or ${isNamed(sql.ref(`${t}.account_id`))})`,
}
