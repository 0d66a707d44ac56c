/** EC2 gives some dates as text (CreationDate, DeprecationTime). Null where there is none, or none that is a date. */
export function readDate(given: string | Date | undefined): Date | null {
  if (given === undefined || given === '') return null
  const date = new Date(given)
  return Number.isNaN(date.getTime()) ? null : date
}
