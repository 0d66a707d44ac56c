import { loadNode } from '../../load-node.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const node: QueryResolvers['node'] = (_, { id }, context, info) => loadNode(context, id, info)
