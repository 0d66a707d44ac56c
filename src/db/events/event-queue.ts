import { sql } from 'kysely'
import { type Concept, column, type Field, textKey } from '../concept.ts'

/** Counts are in the API's integers, which end where nobody counts any more. */
const count =
  (name: string): Field =>
  t =>
    sql`least(${column(name)(t)}, 2147483647)::integer`

/** The queue that events come from: of several, the one that was read last. */
export const eventQueue: Concept = {
  name: 'EventQueue',
  from: t => sql`(
    select q.queue_url, q.checked_at, q.last_received_at, q.received, q.ignored, q.error_code, q.error_message
    from amigraph.event_queues q order by q.checked_at desc, q.queue_url limit 1) as ${sql.ref(t)}`,
  fields: {
    queueUrl: column('queue_url'),
    checkedAt: column('checked_at'),
    lastReceivedAt: column('last_received_at'),
    received: count('received'),
    ignored: count('ignored'),
    error: t => sql`case when ${column('error_code')(t)} is not null
      then json_build_object('code', ${column('error_code')(t)}, 'message', ${column('error_message')(t)}) end`,
  },
  always: ['queueUrl'],
  filters: {},
  orders: { QUEUE_URL: [textKey('queue_url')] },
  defaultOrder: { field: 'QUEUE_URL', direction: 'ASC' },
}

/** What every row of a queue has. */
export type EventQueueRow = { readonly queueUrl: string }
