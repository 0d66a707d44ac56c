import type { LaunchingAccountResolvers } from '../schema.generated.ts'

/** A row of `launchableBy` is the account's row with its grants. */
export const LaunchingAccount: LaunchingAccountResolvers = { account: row => row }
