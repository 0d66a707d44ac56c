/** The API cannot listen where it is told to; the message says which setting to change. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
  /** Node's code: EADDRINUSE, EACCES, EADDRNOTAVAIL … */
  readonly code: string

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const code = cause.code ?? 'UNKNOWN'
    super(`The API cannot listen on ${host}, port ${port}: ${reasons[code] ?? cause.message}`, { cause })
    this.code = code
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program has the port. Stop it, or set PORT to another one (0 takes any free port)',
  EACCES: 'this user may not use the port. Set PORT to one above 1023',
  EADDRNOTAVAIL: 'this machine has no such address. Set HOST to one that it has',
  ENOTFOUND: 'the name is not known. Set HOST to an address of this machine',
}
