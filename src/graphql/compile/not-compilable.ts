/** A query, or a value in it, that only the resolvers can answer. Never an error of the caller: the resolvers take over. */
export class NotCompilable extends Error {
  override readonly name = 'NotCompilable'
}
