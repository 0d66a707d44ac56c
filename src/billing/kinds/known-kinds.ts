import { cur } from './cur.ts'
import { cur2 } from './cur-2.ts'
import { focus10, focus12 } from './focus.ts'
import type { BillKind } from './kind.ts'

/** Every kind of export that can be read; the first one that recognises a file's columns reads it. */
export const knownKinds: readonly BillKind[] = [cur2, cur, focus12, focus10]
