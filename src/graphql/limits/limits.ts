/** Tokens of a query's text. */
export const mostTokens = 5000
/** Levels of fields below each other; the explorer's introspection needs 15. */
export const deepest = 20
/** Fields that a query has when its fragments are put in place. */
export const mostFields = 2000
/** Fields at the query's root: each is a statement at least. */
export const mostRootFields = 50
/** Aliases in a query's text. */
export const mostAliases = 200
/** Directives in a query's text. */
export const mostDirectives = 200
/** Lists and objects within each other in an argument. */
export const deepestInput = 32
/** Values in the variables, those in lists and objects included. */
export const mostInputs = 10_000
/** Bytes of a request's body: a query with its variables fits many times over. */
export const mostBodyBytes = 1024 * 1024
