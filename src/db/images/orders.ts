import { sql } from 'kysely'
import { nameKey, type Order, type OrderKey, textKey, timeKey } from '../concept.ts'
import { lastLaunchedTime } from './last-launched-time.ts'

const unique: OrderKey[] = [textKey('image_id'), textKey('region')]

/** Image: order field → keys over a row of amigraph.images. */
export const imageOrders: Readonly<Record<string, Order>> = {
  CREATION_DATE: [timeKey('creation_date', '-infinity'), ...unique],
  DEPRECATION_TIME: [timeKey('deprecation_time', 'infinity'), ...unique],
  LAST_LAUNCHED_TIME: [
    { type: 'timestamptz', value: t => sql`coalesce(${lastLaunchedTime(t)}, '-infinity'::timestamptz)` },
    ...unique,
  ],
  NAME: [nameKey('name'), ...unique],
  IMAGE_ID: unique,
}
