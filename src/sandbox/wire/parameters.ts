/** The dotted parameters of the Query protocols as a tree: `Filter.1.Value.2=x` is Filter → 1 → Value → 2 → x. */
export type Parameters = {
  /** What stands behind the equals sign; undefined where only longer names go through here */
  value: string | undefined
  children: Map<string, Parameters>
}

/** Builds the tree from the pairs of a query string or form. Of a name given twice the last counts. */
export const parameterTree = (pairs: Iterable<[string, string]>): Parameters => {
  const root: Parameters = { value: undefined, children: new Map() }
  for (const [name, value] of pairs) {
    let node = root
    for (const part of name.split('.')) {
      let child = node.children.get(part)
      if (!child) {
        child = { value: undefined, children: new Map() }
        node.children.set(part, child)
      }
      node = child
    }
    node.value = value
  }
  return root
}

/** The numbered children in the order of their numbers; gaps are allowed, as AWS allows them. */
export const numbered = (node: Parameters): [string, Parameters][] =>
  [...node.children].filter(([part]) => /^\d+$/.test(part)).sort(([a], [b]) => Number(a) - Number(b))
