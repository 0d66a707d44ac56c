const hidden = '********'

/** Hides a secret completely: not even its length is shown. */
export const maskAll = (_value: string) => hidden

/** Hides the password of a connection string, wherever it stands, and leaves the rest readable. */
export const maskUrlPassword = (value: string): string => {
  if (!URL.canParse(value)) return hidden
  const url = new URL(value)
  if (url.password !== '') url.password = hidden
  for (const name of url.searchParams.keys()) {
    if (/pass|secret|key/i.test(name)) url.searchParams.set(name, hidden)
  }
  return url.href
}
