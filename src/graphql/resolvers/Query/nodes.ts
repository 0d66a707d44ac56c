import { loadNode, type NodeRow } from '../../load-node.ts'
import { checkPageSize } from '../../page-arguments.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const nodes: QueryResolvers['nodes'] = (_, { ids }, context, info) => {
  checkPageSize('the number of ids', ids.length)
  // Each for itself, so that one malformed ID is an error at its own place.
  return ids.map(id => loadNode(context, id, info) as Promise<NodeRow>)
}
