import { q1 } from './q1.ts'
import { q2 } from './q2.ts'
import { q3 } from './q3.ts'
import type { Query } from './query.ts'

export const queries: readonly Query[] = [q1, q2, q3]
