/** Where bill exports lie: a folder, or a prefix of an S3 bucket. Keys are relative to it and parted by "/". */
export type ExportStore = {
  /** What answers and errors call it: the folder's path, or `s3://bucket/prefix` */
  readonly name: string
  /** Every file whose key begins so, in the order of their keys; folders are not listed */
  list(prefix: string): Promise<StoredFile[]>
  /** The very version that was listed, as a local file; throws ExportChanged where it is no longer there */
  fetch(file: StoredFile): Promise<FetchedFile>
}

export type StoredFile = {
  readonly key: string
  /** Bytes */
  readonly size: number
  /** Changes whenever the content may have: S3's ETag; of a local file what its file system tells */
  readonly etag: string
  readonly lastModified: Date
}

export type FetchedFile = {
  readonly path: string
  /** Throws ExportChanged where the file was replaced while it was read; what was read of it is worthless then */
  checkUnchanged(): Promise<void>
  /** Removes what was fetched for this reading only; the export itself stays */
  release(): Promise<void>
}

/** An export is being rewritten: what was listed is not what is there. The next reading finds the new version. */
export class ExportChanged extends Error {
  override readonly name = 'ExportChanged'
  readonly code = 'EXPORT_CHANGED'
  readonly key: string

  constructor(key: string) {
    super(`${key} was replaced while it was read`)
    this.key = key
  }
}
