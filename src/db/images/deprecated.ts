import { sql } from 'kysely'
import { column, type Field } from '../concept.ts'

/** (R4) The deprecation time has passed; an image without one is not deprecated. */
export const deprecated: Field = t => sql`coalesce(${column('deprecation_time')(t)} <= now(), false)`
