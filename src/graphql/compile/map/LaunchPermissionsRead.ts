import { launchPermissionsRead } from '../../../db/launch-permissions/launch-permissions-read.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const LaunchPermissionsRead: TypeMap = facts(launchPermissionsRead.fields)
