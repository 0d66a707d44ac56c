import type { AccessConfig, ServerConfig } from './config.ts'
import { ConfigError } from './config-error.ts'
import { isLoopback } from './loopback.ts'

/** Without a way to log in, whoever reaches the port sees everything: then only this machine may reach it. */
export const checkExposure = ({ host }: Pick<ServerConfig, 'host'>, { oidc, apiKeys }: AccessConfig): void => {
  if (oidc !== null || apiKeys || isLoopback(host)) return
  throw new ConfigError([
    {
      name: 'HOST',
      expected:
        'an address that only this machine reaches, such as 127.0.0.1, because nobody has to log in; to listen here, ' +
        'set AMIGRAPH_API_KEYS=on (and make a key with `npm run keys`) or AMIGRAPH_OIDC_ISSUER (docs/access.md)',
      given: JSON.stringify(host),
    },
  ])
}
