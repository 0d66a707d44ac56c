/** As many as all clients of an organization have between them; a hostile one gets no more. */
const mostKept = 100

/** Which content type Apollo Server chose for an Accept header. */
export class AcceptedTypes {
  readonly #types = new Map<string, string>()

  /** Undefined where it was not asked yet. */
  of(accept: string | undefined): string | undefined {
    return this.#types.get(accept ?? '')
  }

  remember(accept: string | undefined, contentType: string): void {
    if (this.#types.size < mostKept) this.#types.set(accept ?? '', contentType)
  }
}
