import { namedAccount } from '../../../db/accounts/any-account.ts'
import { syncRun } from '../../../db/sync-runs/sync-run.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const SyncRun: TypeMap = { ...facts(syncRun.fields), account: one(namedAccount) }
