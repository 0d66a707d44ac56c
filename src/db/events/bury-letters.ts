import type { Queryable } from '../pool.ts'

/** A message that nothing could be made of. */
export type DeadLetter = {
  messageId: string
  eventName: string | null
  accountId: string | null
  region: string | null
  errorCode: string
  errorMessage: string
  receiveCount: number
  sentAt: Date | null
  body: string
}

/** The newest are kept: enough to see what is wrong, too few to matter where every message is. */
const lettersKept = 1_000

/** Keeps these messages for somebody to look at. One that comes again is kept once. */
export async function buryLetters(client: Queryable, queueUrl: string, letters: readonly DeadLetter[]): Promise<void> {
  await client.query(
    `insert into amigraph.dead_letters as d
       (message_id, queue_url, event_name, account_id, region, error_code, error_message, receive_count, sent_at, body)
     select l."messageId", $1, l."eventName", l."accountId", l.region, l."errorCode", l."errorMessage", l."receiveCount",
       l."sentAt", l.body
     from json_to_recordset($2::json) as l ("messageId" text, "eventName" text, "accountId" text, region text,
       "errorCode" text, "errorMessage" text, "receiveCount" integer, "sentAt" timestamptz, body text)
     on conflict (message_id) do update set
       error_code = excluded.error_code,
       error_message = excluded.error_message,
       receive_count = excluded.receive_count,
       buried_at = excluded.buried_at`,
    [queueUrl, JSON.stringify(letters, (_name, value) => (typeof value === 'string' ? storable(value) : value))],
  )
  await client.query(
    `delete from amigraph.dead_letters where message_id in (
       select message_id from amigraph.dead_letters order by buried_at desc, message_id desc offset $1)`,
    [lettersKept],
  )
}

/** PostgreSQL's text has no U+0000 and no half of a surrogate pair; a message may. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}
