import { AwsFailure } from '../../aws/aws-failure.ts'
import { isKnownPlace } from '../../db/coverage/is-known-place.ts'
import { recordFailure } from '../../db/coverage/record-failure.ts'
import type { Place, Source } from '../../domain/source.ts'
import type { EventContext } from './event-context.ts'
import type { HeldEvent } from './held-event.ts'
import { refreshPlace } from './refresh-place.ts'

/** How the events of one account and Region went. */
export type Settled = {
  /** Nothing is left to do for them */
  done: HeldEvent[]
  /** Of these, the ones that named nothing amigraph reads */
  ignored: number
  /** To be tried again, and why */
  again: { held: HeldEvent; failure: AwsFailure }[]
}

/**
 * Reads what these events name. What AWS denies is no matter of the events: coverage says so, and once it is allowed the
 * sync reads all of it. What fails otherwise is tried again; where AWS finds fault with the call itself, each event by
 * itself, so that none keeps the others back.
 */
export async function settleEvents(
  context: EventContext,
  place: Place,
  events: readonly HeldEvent[],
): Promise<Settled> {
  if (!(await isKnownPlace(context.statements, place.accountId, place.region)))
    return { done: [...events], ignored: events.length, again: [] }
  const attemptedAt = await context.now()
  try {
    await refreshPlace(
      context,
      place,
      events.flatMap(({ event }) => event.names),
    )
  } catch (error) {
    const failure = error instanceof AwsFailure ? error : notWritten(context, place, error)
    if (failure.class === 'denied') {
      await recordFailure(context.statements, sourcesOf(place, events), attemptedAt, failure)
    } else if (failure.class === 'final' && events.length > 1) {
      return eachByItself(context, place, events)
    } else {
      return { done: [], ignored: 0, again: events.map(held => ({ held, failure })) }
    }
  }
  return { done: [...events], ignored: 0, again: [] }
}

function notWritten({ logger }: EventContext, place: Place, error: unknown): AwsFailure {
  logger.error({ err: error, ...place }, 'what an event named could not be written')
  return new AwsFailure('WriteFailed', 'What AWS answered could not be written; the log has the reason', 'final', error)
}

async function eachByItself(context: EventContext, place: Place, events: readonly HeldEvent[]): Promise<Settled> {
  const settled: Settled = { done: [], ignored: 0, again: [] }
  for (const held of events) {
    const { done, again } = await settleEvents(context, place, [held])
    settled.done.push(...done)
    settled.again.push(...again)
  }
  return settled
}

/** What the events are about. */
function sourcesOf(place: Place, events: readonly HeldEvent[]): Source[] {
  const kinds = new Set(events.flatMap(({ event }) => event.names.map(({ kind }) => kind)))
  return [
    ...(kinds.has('IMAGE') ? [{ ...place, kind: 'IMAGES_OWNED' as const }] : []),
    ...(kinds.has('KEY') ? [{ ...place, kind: 'KMS_KEYS' as const }] : []),
    ...(kinds.has('INSTANCE') ? [{ ...place, kind: 'INSTANCES' as const }] : []),
  ]
}
