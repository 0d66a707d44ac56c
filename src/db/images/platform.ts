import { sql } from 'kysely'
import { column, type Field } from '../concept.ts'

/**
 * AWS names a platform for Windows alone, and bills macOS as Linux/UNIX. Where it names neither platform nor billing
 * name, as when only instances tell of an image, the platform is not known.
 */
export const platform: Field = t => {
  const details = column('platform_details')(t)
  const architecture = column('architecture')(t)
  return sql`case
    when ${column('platform')(t)} = 'WINDOWS' or ${details} ilike 'windows%' then 'WINDOWS'
    when ${architecture} in ('X86_64_MAC', 'ARM64_MAC') then 'MACOS'
    when ${details} is not null or ${architecture} is not null then 'LINUX' end`
}
