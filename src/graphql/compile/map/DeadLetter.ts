import { deadLetter } from '../../../db/events/dead-letter.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const DeadLetter: TypeMap = facts(deadLetter.fields)
