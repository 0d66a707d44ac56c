import { namedAccount } from '../../../db/accounts/any-account.ts'
import { syncJob } from '../../../db/sync-runs/sync-job.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const SyncJob: TypeMap = { ...facts(syncJob.fields), account: one(namedAccount) }
