import type { Viewer, ViewerRole } from '../domain/viewer.ts'
import { AccessError } from './access-error.ts'

/** Throws where the viewer may not do what the role is for. */
export const requireRole = (viewer: Viewer, role: ViewerRole): void => {
  if (viewer.roles.includes(role)) return
  throw new AccessError('FORBIDDEN', 'role missing', `This needs the role "${role}"`, viewer.name)
}
