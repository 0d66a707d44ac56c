import type pg from 'pg'

/** The roles of migration 0003. They own nothing, may only read, and have their rows by row-level security. */
export const organizationViewer = 'amigraph_organization_viewer'
export const limitedViewer = 'amigraph_limited_viewer'

/** Where viewers read: a pool for each role, so that no session ever changes from one to the other. */
export type ViewerPools = {
  readonly organization: pg.Pool
  /** Its sessions see nothing until a transaction enters a viewer's scope */
  readonly limited: pg.Pool
}
