/** A connection string without its secrets, for messages: `host:port/database as user`. */
export const describeUrl = (url: string): string => {
  if (!URL.canParse(url)) return 'the configured server'
  const { hostname, port, pathname, username, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? (hostname || 'localhost')
  const user = username ? ` as ${decodeURIComponent(username)}` : ''
  return `${host}:${port || '5432'}${pathname}${user}`
}
