import { column, type Field } from '../concept.ts'
import { onlyFor } from '../sees-account.ts'

/** Only the owner sees it, as in AWS: it tells of launches in any account. */
export const lastLaunchedTime: Field = onlyFor('owner_account_id', column('last_launched_time'))
