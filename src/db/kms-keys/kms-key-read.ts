import { sql } from 'kysely'
import { type Concept, column, type Relation, table, textKey } from '../concept.ts'
import { seesAccount } from '../sees-account.ts'

/** How each part of a key was last asked for. */
const kmsKeyRead: Concept = {
  name: 'KmsKeyRead',
  from: table('amigraph.kms_key_reads'),
  fields: {
    call: column('call'),
    observedAt: column('observed_at'),
    attemptedAt: column('attempted_at'),
    error: t => sql`case when ${column('error_code')(t)} is not null and ${seesAccount(column('account_id')(t))}
      then json_build_object('code', ${column('error_code')(t)}, 'message', ${column('error_message')(t)}) end`,
  },
  always: ['call'],
  filters: {},
  orders: { CALL: [textKey('call'), textKey('name')] },
  defaultOrder: { field: 'CALL', direction: 'ASC' },
}

export const kmsKeyReadFields = kmsKeyRead.fields

/** What every row of a read has. */
export type KmsKeyReadRow = { readonly call: string }

/** Of a key, under its own name and under those of its aliases. */
export const readsOfKey: Relation = {
  name: 'reads of KMS key',
  to: kmsKeyRead,
  parentKey: ['arn'],
  on: (t, parent) => sql`${sql.ref(`${t}.name`)} in (
    select ${sql.ref(`${parent}.arn`)}
    union all
    select alias.alias_arn from amigraph.kms_key_aliases alias where alias.arn = ${sql.ref(`${parent}.arn`)})`,
}
