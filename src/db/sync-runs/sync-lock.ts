/**
 * Whoever syncs holds this advisory lock on a connection of the primary while it does, so that `syncStatus` can tell, and
 * a process that died does not look as if it were still at it. It is the beginning of the SHA-256 of `amigraph:sync`,
 * kept as a literal.
 */
export const syncLock = 4_532_185_082_962_346_680n
