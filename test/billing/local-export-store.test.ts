import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { localExportStore } from '../../src/billing/local-export-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'amigraph-exports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const put = (key: string, content: string) => {
  mkdirSync(join(folder, key, '..'), { recursive: true })
  writeFileSync(join(folder, key), content)
}

test('lists the files below a prefix by their keys, with what tells versions apart', async () => {
  put('cur/data/BILLING_PERIOD=2026-10/b.csv', 'bb')
  put('cur/data/BILLING_PERIOD=2026-10/a.csv', 'a')
  put('cur/metadata/m.json', '{}')
  const store = localExportStore(folder)
  expect((await store.list('')).map(file => file.key)).toEqual([
    'cur/data/BILLING_PERIOD=2026-10/a.csv',
    'cur/data/BILLING_PERIOD=2026-10/b.csv',
    'cur/metadata/m.json',
  ])
  expect((await store.list('cur/data/')).map(({ key, size }) => [key.slice(-5), size])).toEqual([
    ['a.csv', 1],
    ['b.csv', 2],
  ])
})

test('a file that was replaced since it was listed is not read for what it was', async () => {
  put('replaced.csv', 'old')
  const store = localExportStore(folder)
  const [listed] = await store.list('replaced')
  if (listed === undefined) throw new Error('nothing was listed')
  const fetched = await store.fetch(listed)
  await fetched.checkUnchanged()
  put('new.csv', 'new')
  renameSync(join(folder, 'new.csv'), fetched.path)
  await expect(fetched.checkUnchanged()).rejects.toMatchObject({ code: 'EXPORT_CHANGED', key: 'replaced.csv' })
  await expect(store.fetch(listed)).rejects.toMatchObject({ code: 'EXPORT_CHANGED' })
})

test('a folder that is not there is an error, not an empty bill', async () => {
  await expect(localExportStore(join(folder, 'nowhere')).list('')).rejects.toMatchObject({ code: 'ENOENT' })
})
