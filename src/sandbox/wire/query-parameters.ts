/** The parameters of a Query request: its query string and its form, parsed once a request. */
import { type Parameters, parameterTree } from './parameters.ts'
import type { WireRequest } from './service.ts'

const parsed = new WeakMap<WireRequest, Parameters>()

/** The tree of all parameters, `Action` and `Version` among them. */
export const queryParameters = (request: WireRequest): Parameters => {
  let tree = parsed.get(request)
  if (!tree) {
    // A form and a query string have one syntax, and Query services take either
    const pairs = [...new URLSearchParams(request.query), ...new URLSearchParams(request.body.toString('utf8'))]
    tree = parameterTree(pairs)
    parsed.set(request, tree)
  }
  return tree
}

/** The parameters that belong to the operation, without those that choose it. */
export const operationParameters = (request: WireRequest): Parameters => {
  const children = new Map(queryParameters(request).children)
  children.delete('Action')
  children.delete('Version')
  return { value: undefined, children }
}
