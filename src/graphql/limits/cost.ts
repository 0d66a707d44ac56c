/** Variables of a request, as it sent them. */
export type Variables = Readonly<Record<string, unknown>>

/** A number, or how to find it when the variables are known. */
export type Quantity = number | ((variables: Variables) => number)

/** True or false, or how to find out when the variables are known. */
export type Condition = boolean | ((variables: Variables) => boolean)

export const evaluate = (quantity: Quantity, variables: Variables): number =>
  typeof quantity === 'number' ? quantity : quantity(variables)

export const plus = (a: Quantity, b: Quantity): Quantity => {
  if (typeof a === 'number' && typeof b === 'number') return a + b
  if (a === 0) return b
  if (b === 0) return a
  return variables => evaluate(a, variables) + evaluate(b, variables)
}

export const times = (a: Quantity, b: Quantity): Quantity => {
  if (typeof a === 'number' && typeof b === 'number') return a * b
  if (a === 0 || b === 0) return 0
  if (a === 1) return b
  if (b === 1) return a
  return variables => evaluate(a, variables) * evaluate(b, variables)
}

export const most = (quantities: readonly Quantity[]): Quantity => {
  if (quantities.every(quantity => typeof quantity === 'number')) return Math.max(0, ...quantities)
  return variables => Math.max(0, ...quantities.map(quantity => evaluate(quantity, variables)))
}

export const both = (a: Condition, b: Condition): Condition => {
  if (a === false || b === false) return false
  if (a === true) return b
  if (b === true) return a
  return variables => a(variables) && b(variables)
}

export const either = (a: Condition, b: Condition): Condition => {
  if (a === true || b === true) return true
  if (a === false) return b
  if (b === false) return a
  return variables => a(variables) || b(variables)
}

/** The quantity where the condition holds, else nothing. */
export const where = (condition: Condition, quantity: Quantity): Quantity => {
  if (condition === true) return quantity
  if (condition === false) return 0
  return variables => (condition(variables) ? evaluate(quantity, variables) : 0)
}
