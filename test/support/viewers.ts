import { onTestFinished } from 'vitest'
import { createPool } from '../../src/db/pool.ts'
import { limitedViewer, organizationViewer, type ViewerPools } from '../../src/db/viewer-pools.ts'
import { createViewerReads, type ViewerReads } from '../../src/db/viewer-read.ts'
import type { Viewer } from '../../src/domain/viewer.ts'

export type TestViewers = {
  readonly pools: ViewerPools
  readonly streams: ViewerPools
  readonly reads: ViewerReads
  close(): Promise<void>
}

/** The pools that viewers read through, as `openDatabase` opens them. */
export const openViewers = (url: string, poolSize = 2): TestViewers => {
  const open = (role: string, pipeline: boolean) =>
    createPool({ url, poolSize }, { applicationName: 'amigraph test', role, pipeline })
  const pools = { organization: open(organizationViewer, false), limited: open(limitedViewer, true) }
  const streams = { organization: open(organizationViewer, false), limited: open(limitedViewer, false) }
  const close = async () => {
    for (const pool of [pools, streams].flatMap(kinds => Object.values(kinds))) await pool.end()
  }
  return { pools, streams, reads: createViewerReads(pools), close }
}

/** The same for a single test. */
export const openViewersForTest = (url: string, poolSize?: number): TestViewers => {
  const viewers = openViewers(url, poolSize)
  onTestFinished(viewers.close)
  return viewers
}

export const organizationViewerNamed = (name = 'all'): Viewer => ({ name, scope: { kind: 'organization' }, roles: [] })

export const limitedTo = (accountIds: readonly string[], organizationalUnitIds: readonly string[] = []): Viewer => ({
  name: 'limited',
  scope: { kind: 'limited', accountIds, organizationalUnitIds },
  roles: [],
})
