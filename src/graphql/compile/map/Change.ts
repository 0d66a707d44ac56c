import { sql } from 'kysely'
import { column } from '../../../db/concept.ts'
import { change } from '../../../db/memory/change.ts'
import { rememberedAccount, rememberedImage, rememberedInstance } from '../../../db/memory/remembered.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'
import { oneOfTypes } from '../union.ts'

export const Change: TypeMap = {
  ...facts(change.fields),
  account: one(rememberedAccount),
  subject: oneOfTypes([
    ['Instance', t => sql`${column('instance_id')(t)} is not null`, rememberedInstance],
    ['Image', t => sql`${column('image_id')(t)} is not null`, rememberedImage],
    ['Account', () => sql`true`, rememberedAccount],
  ]),
}
