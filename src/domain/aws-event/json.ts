export type Json = Readonly<Record<string, unknown>>

/** The message is no event, or lacks what such an event always has. It will not be better the next time. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent'
  readonly code = 'UnreadableEvent'
}

/** The members of a list as CloudTrail writes it: `{ items: [...] }`. */
export function items(list: unknown, otherwise?: unknown[]): unknown[] {
  const found = isRecord(list) ? list['items'] : list
  if (Array.isArray(found)) return found
  if (otherwise !== undefined) return otherwise
  throw new UnreadableEvent('The event names nothing')
}

/** A member by its name, whichever way it begins: `imageId` in older calls, `ImageId` in newer ones. */
export function field(of: unknown, name: string): unknown {
  if (!isRecord(of)) return undefined
  return of[name] ?? of[name.charAt(0).toUpperCase() + name.slice(1)]
}

/** A text that has to be there. */
export function text(of: Json, name: string): string {
  const value = of[name]
  if (typeof value === 'string' && value !== '') return value
  throw new UnreadableEvent(`The event has no ${name}`)
}

/** An object that has to be there. */
export function record(value: unknown, otherwise = 'The event lacks its detail'): Json {
  if (isRecord(value)) return value
  throw new UnreadableEvent(otherwise)
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
