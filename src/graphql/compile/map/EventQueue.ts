import { eventQueue } from '../../../db/events/event-queue.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const EventQueue: TypeMap = facts(eventQueue.fields)
