import type { Source, SourceKind } from '../../domain/source.ts'

const kindsReadByName = ['IMAGES_OWNED', 'INSTANCES', 'KMS_KEYS'] as const satisfies readonly SourceKind[]

/** A source of which single things are read too, between two listings of it. */
export type SourceReadByName = Source & { readonly kind: (typeof kindsReadByName)[number] }

export function isReadByName(kind: SourceKind): boolean {
  return (kindsReadByName as readonly SourceKind[]).includes(kind)
}
