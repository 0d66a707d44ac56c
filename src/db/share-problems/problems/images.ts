import { sql } from 'kysely'
import { deprecated } from '../../images/deprecated.ts'
import { doubtedImages, type Problems, problem } from './problem.ts'

const isShared = sql`exists (
  select from amigraph.launch_permissions p
  where p.region = i.region and p.image_id = i.image_id and p.owner_account_id = i.owner_account_id)`

/** (R4) */
export const deprecatedImages: Problems = sql`
  select ${problem({
    code: sql`'DEPRECATED'`,
    severity: 'INFORMATION',
    message: sql`'The image is deprecated: those it is shared with only see it where they ask for deprecated images'`,
  })}
  from ${doubtedImages} where ${deprecated('i')} and i.state = 'AVAILABLE' and ${isShared}`

/** (R4) */
export const disabledImages: Problems = sql`
  select ${problem({
    code: sql`'DISABLED'`,
    severity: 'BLOCKS_LAUNCH',
    message: sql`'The image is disabled: nobody that it is shared with can launch it'`,
  })}
  from ${doubtedImages} where i.state = 'DISABLED' and ${isShared}`
