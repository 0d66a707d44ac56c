/** The trusted documents cannot be what the API answers; the message says which, and why. */
export class TrustedDocumentsError extends Error {
  override readonly name = 'TrustedDocumentsError'

  constructor(path: string, problems: readonly string[]) {
    super(`AMIGRAPH_TRUSTED_DOCUMENTS, ${path}:\n${problems.map(problem => `  ${problem}`).join('\n')}`)
  }
}
