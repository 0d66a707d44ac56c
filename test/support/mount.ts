import { spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'

/** Only root may mount. */
export const isRoot = process.getuid?.() === 0

/** Gives a folder a file system of its own until the test ends, such as `size=20m`; false where that is not allowed. */
export const mount = (folder: string, options: string): boolean => {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  // Lazily: a server may still have files open, because what stops it is registered before this and runs after it.
  if (status === 0) onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return status === 0
}

/** Gives it another size, with what is in it. */
export const resize = (folder: string, size: string): void =>
  void spawnSync('mount', ['-o', `remount,size=${size}`, folder])
