import { sql } from 'kysely'
import { type Concept, column, table, textKey, timeKey } from '../concept.ts'
import { oneOf } from '../filter.ts'

/** Messages that no change could be made of. */
export const deadLetter: Concept = {
  name: 'DeadLetter',
  from: table('amigraph.dead_letters'),
  fields: {
    messageId: column('message_id'),
    eventName: column('event_name'),
    accountId: column('account_id'),
    region: column('region'),
    error: t => sql`json_build_object('code', ${column('error_code')(t)}, 'message', ${column('error_message')(t)})`,
    receiveCount: column('receive_count'),
    sentAt: column('sent_at'),
    givenUpAt: column('buried_at'),
    body: column('body'),
  },
  always: [],
  filters: { account: oneOf(column('account_id')), region: oneOf(column('region')) },
  orders: { GIVEN_UP_AT: [timeKey('buried_at', '-infinity'), textKey('message_id')] },
  defaultOrder: { field: 'GIVEN_UP_AT', direction: 'DESC' },
}
