/** A key policy as KMS gives it; what is missing from a statement, or in a form that AWS does not document, is undefined. */
export type PolicyStatement = {
  readonly effect: 'ALLOW' | 'DENY'
  readonly principal: PolicyPrincipal | undefined
  readonly notPrincipal: PolicyPrincipal | undefined
  readonly actions: readonly string[] | undefined
  readonly notActions: readonly string[] | undefined
  readonly resources: readonly string[] | undefined
  readonly conditions: readonly PolicyCondition[]
}

/** Principals by their kind: `AWS`, `Service`, `Federated`, `CanonicalUser`. */
export type PolicyPrincipal = Readonly<Record<string, readonly string[]>>

export type PolicyCondition = { readonly operator: string; readonly key: string; readonly values: readonly string[] }

/** Reads a policy's JSON; null where it is none, so that nothing is known of it. */
export const parseKeyPolicy = (text: string): readonly PolicyStatement[] | null => {
  try {
    const policy: unknown = JSON.parse(text)
    if (!isObject(policy)) return null
    const statements = [policy['Statement'] ?? []].flat().map(parseStatement)
    return statements.every(statement => statement !== null) ? statements : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const parseStatement = (statement: unknown): PolicyStatement | null => {
  if (!isObject(statement)) return null
  const effect = statement['Effect']
  const conditions = statement['Condition'] ?? {}
  if ((effect !== 'Allow' && effect !== 'Deny') || !isObject(conditions)) return null
  return {
    effect: effect === 'Allow' ? 'ALLOW' : 'DENY',
    principal: principalOf(statement['Principal']),
    notPrincipal: principalOf(statement['NotPrincipal']),
    actions: textsOf(statement['Action']),
    notActions: textsOf(statement['NotAction']),
    resources: textsOf(statement['Resource']),
    conditions: Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.entries(isObject(keys) ? keys : {}).map(([key, values]) => ({
        operator,
        key,
        values: textsOf(values) ?? [],
      })),
    ),
  }
}

const principalOf = (value: unknown): PolicyPrincipal | undefined => {
  if (value === undefined) return undefined
  if (!isObject(value)) return { AWS: textsOf(value) ?? [] }
  return Object.fromEntries(Object.entries(value).map(([kind, names]) => [kind, textsOf(names) ?? []]))
}

const textsOf = (value: unknown): string[] | undefined => (value === undefined ? undefined : [value].flat().map(String))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
