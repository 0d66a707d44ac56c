import { describe, expect, it } from 'vitest'
import type { Order } from '../../src/db/concept.ts'
import { imageOrders } from '../../src/db/images/orders.ts'
import { parseCursor } from '../../src/db/keyset.ts'
import { InvalidInput } from '../../src/domain/invalid-input.ts'

const byDate = imageOrders['CREATION_DATE'] as Order
const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')

describe('parseCursor', () => {
  it.each([['2026-01-01T00:00:00+00:00'], ['2026-01-01T00:00:00.123456+05:30'], ['-infinity'], ['infinity']])(
    'takes the time %s',
    time => {
      expect(parseCursor(cursor('CREATION_DATE', time, 'ami-1', 'eu-central-1'), 'CREATION_DATE', byDate)).toEqual([
        time,
        'ami-1',
        'eu-central-1',
      ])
    },
  )

  it.each([
    ['not base64url', '***'],
    ['empty', ''],
    ['not JSON', Buffer.from('{').toString('base64url')],
    ['no array', Buffer.from('{}').toString('base64url')],
    ['nothing in it', cursor()],
    ['too short', cursor('CREATION_DATE', '2026-01-01T00:00:00Z', 'ami-1')],
    ['too long', cursor('CREATION_DATE', '2026-01-01T00:00:00Z', 'ami-1', 'r', 'x')],
    ['null in it', cursor('CREATION_DATE', null, 'ami-1', 'r')],
    ['no time', cursor('CREATION_DATE', 'now', 'ami-1', 'r')],
    ['a year that PostgreSQL does not take', cursor('CREATION_DATE', '+275760-09-13T00:00:00Z', 'ami-1', 'r')],
    ['a number for a text', cursor('CREATION_DATE', '2026-01-01T00:00:00Z', 1, 'r')],
    ['of another order', cursor('NAME', 'a', 'ami-1', 'r')],
  ])('refuses one that is %s', (_, given) => {
    expect(() => parseCursor(given, 'CREATION_DATE', byDate)).toThrow(InvalidInput)
  })
})
