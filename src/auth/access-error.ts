/** Why a caller is turned away; the reason is for the audit log, and says nothing that was secret. */
export type RefusalReason =
  | 'no credentials'
  | 'malformed credentials'
  | 'credentials of a kind that is not accepted'
  | 'invalid token'
  | 'token expired'
  | 'token gives access to nothing'
  | 'unknown key'
  | 'key expired'
  | 'key revoked'
  | 'role missing'

/** A caller is not let in, or not to this. What a client sees is the same for every wrong token or key. */
export class AccessError extends Error {
  override readonly name = 'AccessError'
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN'
  readonly reason: RefusalReason
  /** Who it was, where that is known */
  readonly viewer: string | null

  constructor(code: AccessError['code'], reason: RefusalReason, message: string, viewer: string | null = null) {
    super(message)
    this.code = code
    this.reason = reason
    this.viewer = viewer
  }

  get status(): 401 | 403 {
    return this.code === 'UNAUTHENTICATED' ? 401 : 403
  }

  /** The WWW-Authenticate header (RFC 6750): without credentials it names no error. */
  get challenge(): string {
    if (this.reason === 'no credentials') return 'Bearer realm="amigraph"'
    return `Bearer realm="amigraph", error="${this.code === 'FORBIDDEN' ? 'insufficient_scope' : 'invalid_token'}"`
  }
}

/** Who checks the caller's credentials does not answer: the same request may succeed later. */
export class CheckUnavailable extends Error {
  override readonly name = 'CheckUnavailable'
}

export const invalidCredentials = (reason: RefusalReason): AccessError =>
  new AccessError('UNAUTHENTICATED', reason, 'The token or key is not valid, or not any more')
