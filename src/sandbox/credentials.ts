/** Access keys of the sandbox: one long-lived pair for the management account, and the sessions STS hands out. */
import { createHash } from 'node:crypto'
import type { Caller } from './call.ts'

export type AccessKey = {
  accessKeyId: string
  secretAccessKey: string
  /** Absent for long-lived keys */
  sessionToken?: string
  expiration?: Date
  caller: Caller
}

export type Session = AccessKey & { sessionToken: string; expiration: Date }

export type Credentials = {
  /** The key to start with; obviously no real one */
  root: AccessKey
  find: (accessKeyId: string) => AccessKey | undefined
  isExpired: (key: AccessKey) => boolean
  /** A session of a role for `seconds`, or for the seconds of `setSessionSeconds`. */
  issue: (role: { accountId: string; roleName: string; sessionName: string; seconds: number }) => Session
  /** Makes every session issued from now on last this long, whatever is asked for; undefined: as asked. */
  setSessionSeconds: (seconds: number | undefined) => void
}

export type CredentialsOptions = {
  managementAccountId: string
  now: () => Date
  /** As setSessionSeconds */
  sessionSeconds?: number | undefined
}

/** Expired keys are kept so that their use is told apart from nonsense; past this number they are dropped. */
const keysKept = 100_000

export const createCredentials = (options: CredentialsOptions): Credentials => {
  const { managementAccountId, now } = options
  let sessionSeconds = options.sessionSeconds
  let issued = 0
  const root: AccessKey = {
    accessKeyId: 'AKIASANDBOXMADEUPKEY',
    secretAccessKey: 'sandbox/not-a-secret/made-up-data/000000',
    caller: {
      accountId: managementAccountId,
      arn: `arn:aws:iam::${managementAccountId}:user/sandbox`,
      userId: 'AIDASANDBOXMADEUPUSR',
    },
  }
  const keys = new Map<string, AccessKey>([[root.accessKeyId, root]])

  const isExpired = (key: AccessKey) => key.expiration !== undefined && key.expiration <= now()

  return {
    root,
    find: accessKeyId => keys.get(accessKeyId),
    isExpired,
    issue: ({ accountId, roleName, sessionName, seconds }) => {
      if (keys.size >= keysKept) for (const [id, key] of keys) if (isExpired(key)) keys.delete(id)
      issued += 1
      const serial = issued.toString(36).toUpperCase().padStart(9, '0')
      const session: Session = {
        accessKeyId: `ASIASANDBOX${serial}`,
        secretAccessKey: `sandbox/not-a-secret/session/${issued.toString().padStart(11, '0')}`,
        sessionToken: Buffer.from(`sandbox made-up session ${serial} of ${accountId}/${roleName}`).toString('base64'),
        expiration: wholeSeconds(now().getTime() + (sessionSeconds ?? seconds) * 1000),
        caller: {
          accountId,
          arn: `arn:aws:sts::${accountId}:assumed-role/${roleName}/${sessionName}`,
          userId: `${roleId(accountId, roleName)}:${sessionName}`,
        },
      }
      keys.set(session.accessKeyId, session)
      return session
    },
    setSessionSeconds: seconds => {
      sessionSeconds = seconds
    },
  }
}

/** The unique ID of a role: the same for the same role, in the form of IAM's. */
const roleId = (accountId: string, roleName: string) => {
  const digest = createHash('sha256').update(`${accountId}/${roleName}`).digest('hex').toUpperCase()
  return `AROASANDBOX${digest.slice(0, 10)}`
}

// STS tells expiration times to the second
const wholeSeconds = (milliseconds: number) => new Date(Math.floor(milliseconds / 1000) * 1000)
