import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createInflateRaw } from 'node:zlib'

/**
 * Unpacks a gzip or zip file into `target`. Through Node rather than DuckDB: a file that was cut off fails here, by its
 * checksum or length, and is never read for a shorter bill; and an unpacked CSV is read by all cores.
 */
export const unpack = async (source: string, target: string): Promise<void> => {
  if ((await firstBytes(source)).toString('latin1') === 'PK') return unzip(source, target)
  await pipeline(createReadStream(source), createGunzip(), createWriteStream(target))
}

export const isPacked = async (source: string): Promise<boolean> => {
  const magic = await firstBytes(source)
  return magic.toString('latin1') === 'PK' || (magic[0] === 0x1f && magic[1] === 0x8b)
}

const firstBytes = async (path: string): Promise<Buffer> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Its only file. A report's zip holds one (CUR user guide, "compression"). */
const unzip = async (source: string, target: string): Promise<void> => {
  const { start, packedSize, size, isDeflated } = await onlyEntry(source)
  const packed = createReadStream(source, { start, end: start + packedSize - 1 })
  const file = createWriteStream(target)
  await (isDeflated ? pipeline(packed, createInflateRaw(), file) : pipeline(packed, file))
  const unpacked = (await stat(target)).size
  if (unpacked !== size) throw new Error(`The zip file says ${size} bytes and holds ${unpacked}`)
}

const endOfDirectory = 0x06054b50
const zip64EndOfDirectory = 0x06064b50
const zip64Locator = 0x07064b50
const directoryEntry = 0x02014b50
const isIn64 = 0xffffffff

/** The place of the only entry (APPNOTE.TXT 4.3), with the sizes of files beyond 4 GB. */
const onlyEntry = async (path: string) => {
  const file = await open(path)
  try {
    const { size: length } = await file.stat()
    const read = async (at: number, bytes: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, at)
      if (bytesRead < bytes) throw new Error('The zip file ends too early')
      return buffer
    }
    const tail = await read(Math.max(0, length - 65_557), Math.min(length, 65_557))
    const end = lastIndexOf(tail, endOfDirectory)
    if (end < 0) throw new Error('The zip file has no directory: it was cut off')
    let directoryAt = tail.readUInt32LE(end + 16)
    let entries = tail.readUInt16LE(end + 10)
    const locator = lastIndexOf(tail, zip64Locator)
    if (locator >= 0) {
      const end64 = await read(Number(tail.readBigUInt64LE(locator + 8)), 56)
      if (end64.readUInt32LE(0) !== zip64EndOfDirectory) throw new Error('The zip file has no directory')
      entries = Number(end64.readBigUInt64LE(32))
      directoryAt = Number(end64.readBigUInt64LE(48))
    }
    if (entries !== 1) throw new Error(`The zip file holds ${entries} files, not one`)
    const entry = await read(directoryAt, 46)
    if (entry.readUInt32LE(0) !== directoryEntry) throw new Error('The zip file has no directory')
    const method = entry.readUInt16LE(10)
    if (method !== 0 && method !== 8) throw new Error('The zip file is packed in a way that is not known')
    const extra = await read(directoryAt + 46 + entry.readUInt16LE(28), entry.readUInt16LE(30))
    const wide = wideValues(extra)
    const wideOr = (value: number) => (value === isIn64 ? Number(wide.shift() ?? 0n) : value)
    const size = wideOr(entry.readUInt32LE(24))
    const packedSize = wideOr(entry.readUInt32LE(20))
    const at = wideOr(entry.readUInt32LE(42))
    const header = await read(at, 30)
    const start = at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    return { start, packedSize, size, isDeflated: method === 8 }
  } finally {
    await file.close()
  }
}

const lastIndexOf = (buffer: Buffer, signature: number): number => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return buffer.lastIndexOf(bytes)
}

/** The 64-bit values of an entry, in their order, from its extra field 1. */
const wideValues = (extra: Buffer): bigint[] => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const count = Math.floor(extra.readUInt16LE(at + 2) / 8)
    return Array.from({ length: count }, (_, i) => extra.readBigUInt64LE(at + 4 + i * 8))
  }
  return []
}
