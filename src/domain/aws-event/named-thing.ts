import type { ProductCode } from '../facts.ts'

/** Something that an event names, in the event's account and Region. */
export type NamedThing =
  /** `permissions`: who may launch it may have changed too */
  | { kind: 'IMAGE'; imageId: string; permissions: boolean }
  | { kind: 'INSTANCE'; instanceId: string; told: ToldInstance | null }
  | { kind: 'KEY'; keyId: string }

/** What RunInstances answered of an instance to the one who called it. */
export type ToldInstance = { imageId: string; launchTime: Date | null; productCodes: ProductCode[] }
