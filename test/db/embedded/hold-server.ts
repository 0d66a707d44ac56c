/** A process of its own that runs the embedded server on the folder it is given, until it is killed. */
import { startEmbeddedServer } from '../../../src/db/embedded/embedded-server.ts'

const server = await startEmbeddedServer({ dataDir: process.argv[2] ?? '', durable: false })
console.log(server.url)
process.once('SIGTERM', () => void server.close())
