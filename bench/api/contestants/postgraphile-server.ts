/** A child process: the peer. */
import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { grafserv } from 'postgraphile/grafserv/node'
import { localUrl, ready, settingsOfContestant } from './contestant-process.ts'
import { postgraphilePreset } from './postgraphile-preset.ts'

const { databaseUrl, poolSize } = settingsOfContestant()
const instance = postgraphile(postgraphilePreset(databaseUrl, poolSize))
const server = createServer()
await instance.createServ(grafserv).addTo(server)
await instance.getSchema()
server.listen(0, '127.0.0.1', () => ready({ url: localUrl(server) }))
