import { launchCheck } from '../domain/launch-check/launch-check.ts'
import type { LaunchQuestion } from '../domain/launch-check/launch-facts.ts'
import type { RequestContext } from './request-context.ts'

/** A launch, judged (`domain/launch-check`), with the values that its other fields start from. */
export const loadLaunchCheck = async ({ load }: RequestContext, question: LaunchQuestion) => {
  const facts = await load.launchFacts(question)
  const { image } = facts
  return {
    ...question,
    ...launchCheck(facts, new Date()),
    image: image && { region: image.region, imageId: question.imageId },
    ownerAccountId: image?.ownerAccountId ?? null,
    grants: image?.grants ?? [],
  }
}

export type LaunchCheckRow = Awaited<ReturnType<typeof loadLaunchCheck>>
