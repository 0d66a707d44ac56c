/** A folder or file that a world cannot be loaded from. */
export class DumpError extends Error {
  override readonly name = 'DumpError'
  readonly code = 'BAD_DUMP'
  readonly path: string

  constructor(path: string, why: string, options?: ErrorOptions) {
    super(`${path}: ${why}`, options)
    this.path = path
  }
}
