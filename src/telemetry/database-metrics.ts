import type { Meter } from './metrics.ts'

/** As much of a pool of connections as is told of it. */
export type CountedPool = { readonly totalCount: number; readonly idleCount: number; readonly waitingCount: number }

/** Connections to PostgreSQL by pool and state, and who waits for one. */
export function observePools(meter: Meter, pools: Readonly<Record<string, CountedPool>>): void {
  const connections = meter.createObservableGauge('amigraph_database_connections', {
    description: 'Connections to PostgreSQL by pool and state: used, idle',
  })
  const waiting = meter.createObservableGauge('amigraph_database_waiting', {
    description: 'Statements that wait for a connection of their pool',
  })
  meter.addBatchObservableCallback(
    result => {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        result.observe(connections, totalCount - idleCount, { pool, state: 'used' })
        result.observe(connections, idleCount, { pool, state: 'idle' })
        result.observe(waiting, waitingCount, { pool })
      }
    },
    [connections, waiting],
  )
}
