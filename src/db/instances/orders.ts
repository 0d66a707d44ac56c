import { type Order, type OrderKey, textKey, timeKey } from '../concept.ts'

const unique: OrderKey[] = [textKey('instance_id'), textKey('region'), textKey('account_id')]

/** Instance: order field → keys over a row of amigraph.instances. */
export const instanceOrders: Readonly<Record<string, Order>> = {
  LAUNCH_TIME: [timeKey('launch_time', '-infinity'), ...unique],
  INSTANCE_ID: unique,
}
