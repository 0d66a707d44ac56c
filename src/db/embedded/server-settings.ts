import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { damaged } from './explain-failure.ts'

/** What stays the same from one start to the next. The file is readable by its owner only. */
export type ServerSettings = {
  readonly port: number
  readonly password: string
}

const fileName = 'postgres.json'

/** The settings of the server in this folder, made up at its first start. */
export const serverSettings = async (dataDir: string): Promise<ServerSettings> => {
  const known = await read(dataDir)
  if (known) return known
  const settings = { port: await freePort(), password: randomBytes(24).toString('base64url') }
  await write(dataDir, settings, 'first')
  // Where two processes start at once, the first file stands and both go on with it.
  return (await read(dataDir)) ?? settings
}

/** Takes another port, because somebody else has the one that was chosen. */
export const withOtherPort = async (dataDir: string, settings: ServerSettings): Promise<ServerSettings> => {
  const moved = { ...settings, port: await freePort() }
  await write(dataDir, moved, 'replace')
  return moved
}

const read = async (dataDir: string): Promise<ServerSettings | undefined> => {
  const file = join(dataDir, fileName)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    const { port, password } = JSON.parse(text) as Partial<ServerSettings>
    if (Number.isInteger(port) && port && typeof password === 'string') return { port, password }
  } catch {
    // Said below, like any other content that is not ours.
  }
  throw damaged(dataDir, `${file} doesn't hold the port and password of its server`)
}

/** Written beside and then moved or linked, so that nobody ever reads half a file. */
const write = async (dataDir: string, settings: ServerSettings, mode: 'first' | 'replace'): Promise<void> => {
  const file = join(dataDir, fileName)
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, `${JSON.stringify(settings)}\n`, { mode: 0o600, flush: true })
    if (mode === 'replace') await rename(draft, file)
    else {
      await link(draft, file).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
    }
  } finally {
    await rm(draft, { force: true })
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
