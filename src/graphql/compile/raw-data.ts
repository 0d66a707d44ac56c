/** The `data` of an answer as JSON text, which goes to the client as it came from the database. */
export class RawData {
  readonly text: string
  /** The client has this very answer already: it is told so (304) instead of sent it again */
  readonly isKnown: boolean

  constructor(text: string, isKnown = false) {
    this.text = text
    this.isKnown = isKnown
  }

  /** For whoever does need it as an object. */
  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}

type Result = { readonly errors?: unknown; readonly data?: unknown; readonly extensions?: unknown }

/** An answer as text; what Apollo would write, with the data unparsed. */
export const stringifyResult = ({ errors, data, extensions }: Result): string => {
  if (!(data instanceof RawData)) return `${JSON.stringify({ errors, data, extensions })}\n`
  if (data.isKnown) return ''
  const before = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`
  const after = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`
  return `{${before}"data":${data.text}${after}}\n`
}
