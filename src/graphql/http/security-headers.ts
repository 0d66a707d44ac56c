import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

/** Answers are data: nothing in them may load or run anything. The explorer page has a policy of its own. */
const policy = {
  useDefaults: false,
  directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
}

/**
 * What helmet sets, which is the same for every answer: so it is asked once. Whether a site is to be reached over HTTPS only
 * is for whoever ends TLS in front of this server to say.
 */
export const securityHeaders = (): Readonly<Record<string, string>> => {
  const headers: Record<string, string> = {}
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value
    },
    removeHeader: () => {},
  }
  const set = helmet({ contentSecurityPolicy: policy, strictTransportSecurity: false })
  set({} as IncomingMessage, response as unknown as ServerResponse, error => {
    if (error) throw error
  })
  return headers
}
