import { eventQueue as concept } from '../../../db/events/event-queue.ts'
import { everyRow } from '../../../db/relation.ts'
import type { QueryResolvers } from '../../schema.generated.ts'
import { selectionOf } from '../../selection.ts'

const lastQueue = everyRow(concept)

export const eventQueue: QueryResolvers['eventQueue'] = (_, _args, { load }, info) =>
  load.one(lastQueue, {}, selectionOf(info))
