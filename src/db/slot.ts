/** What the variables of a request hold, coerced. */
export type Bindings = Readonly<Record<string, unknown>>

/**
 * Stands in a statement for a value that differs from request to request, so that a statement is made once and sent
 * with many values. Whatever decides a statement's text is never a slot.
 */
export class Slot {
  readonly read: (bindings: Bindings) => unknown

  constructor(read: (bindings: Bindings) => unknown) {
    this.read = read
  }
}

/** A value made from another one: at once, or where that is a slot when the statement is sent. */
export const derive = <Value, Derived>(value: Value | Slot, make: (value: Value) => Derived): Derived | Slot =>
  value instanceof Slot ? new Slot(bindings => make(value.read(bindings) as Value)) : make(value)

/** The value itself, with every slot within it filled. */
export const fill = (value: unknown, bindings: Bindings): unknown => {
  if (value instanceof Slot) return value.read(bindings)
  if (Array.isArray(value)) return value.map(item => fill(item, bindings))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fill(item, bindings)]))
}

/** Whether a value, or anything within it, is a slot. */
export const hasSlot = (value: unknown): boolean =>
  value instanceof Slot ||
  (Array.isArray(value)
    ? value.some(hasSlot)
    : typeof value === 'object' && value !== null && !(value instanceof Date) && Object.values(value).some(hasSlot))

/** A value made from one that may have slots anywhere within it. */
export const deriveDeep = <Value, Derived>(value: Value, make: (value: Value) => Derived): Derived | Slot =>
  hasSlot(value) ? new Slot(bindings => make(fill(value, bindings) as Value)) : make(value)
