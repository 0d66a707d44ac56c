import type { NamedThing, ToldInstance } from '../../domain/aws-event/named-thing.ts'
import type { Place } from '../../domain/source.ts'
import type { EventContext } from './event-context.ts'
import { type NamedImages, refreshImages } from './refresh-images.ts'
import { refreshInstances } from './refresh-instances.ts'
import { refreshKeys } from './refresh-keys.ts'

/**
 * Reads what events name of an account and Region, each thing once however many of them name it. Throws AwsFailure where
 * AWS does not answer; what was read before is written then.
 */
export async function refreshPlace(context: EventContext, place: Place, names: readonly NamedThing[]): Promise<void> {
  await refreshImages(context, place, imagesAmong(names))
  await refreshInstances(context, place, instancesAmong(names))
  await refreshKeys(context, place, [...new Set(names.flatMap(name => (name.kind === 'KEY' ? [name.keyId] : [])))])
}

function imagesAmong(names: readonly NamedThing[]): NamedImages {
  const images = names.filter(name => name.kind === 'IMAGE')
  return {
    imageIds: [...new Set(images.map(({ imageId }) => imageId))],
    permissionsOf: new Set(images.filter(({ permissions }) => permissions).map(({ imageId }) => imageId)),
  }
}

function instancesAmong(names: readonly NamedThing[]): Map<string, ToldInstance | null> {
  const instances = new Map<string, ToldInstance | null>()
  for (const name of names)
    if (name.kind === 'INSTANCE') instances.set(name.instanceId, name.told ?? instances.get(name.instanceId) ?? null)
  return instances
}
