import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

/** Answers are data: nothing in them may load or run anything. The explorer page has a policy of its own. */
const policy = {
  useDefaults: false,
  directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
}

/** What says something only to whom a page is shown, or to browsers that are no more: every answer would carry it along. */
const forPages = {
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const

/**
 * What helmet sets for data, which is the same for every answer: so it is asked once. Whether a site is to be reached over
 * HTTPS only is for whoever ends TLS in front of this server to say.
 */
export const securityHeaders = (): Readonly<Record<string, string>> => {
  const headers: Record<string, string> = {}
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value
    },
    removeHeader: () => {},
  }
  const set = helmet({ ...forPages, contentSecurityPolicy: policy, strictTransportSecurity: false })
  set({} as IncomingMessage, response as unknown as ServerResponse, error => {
    if (error) throw error
  })
  return headers
}
