import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'

/** A folder that is removed after the test that asked for it. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(inject('testServer').folder, 'folder-'))
  chmodSync(folder, 0o711)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}
