import { join } from 'node:path'
import { DumpError } from './dump-error.ts'
import { type DumpFolder, foldersIn, readDumpFolder } from './dump-folder.ts'

export type Dump = {
  path: string
  organizations: DumpFolder
  accounts: { accountId: string; own: DumpFolder; regions: { name: string; folder: DumpFolder }[] }[]
}

/** Reads everything that a dump's folders hold. */
export const readDump = (path: string): Dump => {
  const accounts = foldersIn(path)
    .filter(name => name !== 'organizations')
    .map(accountId => {
      const folder = join(path, accountId)
      if (!/^\d{12}$/.test(accountId))
        throw new DumpError(folder, 'folders are named by account, with 12 digits, besides organizations')
      const regions = foldersIn(folder).map(name => {
        if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(name)) throw new DumpError(join(folder, name), 'not the name of a Region')
        return { name, folder: readDumpFolder(join(folder, name)) }
      })
      return { accountId, own: readDumpFolder(folder), regions }
    })
  if (accounts.length === 0) throw new DumpError(path, 'there is no account folder in it')
  return { path, organizations: readDumpFolder(join(path, 'organizations')), accounts }
}
