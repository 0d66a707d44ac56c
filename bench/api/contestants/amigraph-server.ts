/** A child process: this API, as `npm run serve` runs it. */
import { startApi } from '../../../src/graphql/start-api.ts'
import { ready, settingsOfContestant } from './contestant-process.ts'
import { openApi } from './open-api.ts'

const { context } = await openApi(settingsOfContestant())
const api = await startApi(context)
ready({ url: api.url })
