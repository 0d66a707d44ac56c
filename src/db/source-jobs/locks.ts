/**
 * First keys of advisory locks, the second being a hash of what is held. They are 31 bits of the SHA-256 of
 * `amigraph:place` and `amigraph:worker`, kept as literals.
 */
export const placeLock = 180_406_755
export const workerLock = 980_472_594

/** SQL: whether any session of this database holds a lock of the class, on what `hash` gives. */
export function isHeld(lockClass: number, hash: string | null = null): string {
  return `exists (
    select from pg_catalog.pg_locks l
    where l.locktype = 'advisory' and l.granted and l.objsubid = 2
      and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = current_database())
      and l.classid::bigint = ${lockClass}${hash === null ? '' : ` and l.objid::bigint = ${hash}::bigint & 4294967295`})`
}
