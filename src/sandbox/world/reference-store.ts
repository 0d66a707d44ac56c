import type { WorldReference, WorldRegion } from './world.ts'

export const referencesOf = (region: WorldRegion, accountId: string): readonly WorldReference[] =>
  region.references.get(accountId) ?? []

/** What `resolve:ssm:NAME` stands for in an account; undefined where it has no such parameter. */
export const parameterImage = (region: WorldRegion, accountId: string, parameter: string): string | undefined => {
  const [name] = parameter.replace(/^resolve:ssm:/, '').split(':')
  const suffix = `:parameter/${name?.replace(/^\//, '')}`
  return referencesOf(region, accountId).find(({ type, arn }) => type === 'ssm:Parameter' && arn.endsWith(suffix))
    ?.imageId
}
