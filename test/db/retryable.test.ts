import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { breaksConnection, isConnectionLost, isRetryable } from '../../src/db/retryable.ts'

const withCode = (code: string) => Object.assign(new Error(code), { code })

describe('lost connections', () => {
  test.each([
    withCode('ECONNREFUSED'),
    withCode('ENOTFOUND'),
    withCode('08006'),
    withCode('57P01'),
    withCode('57P03'),
    new Error('Connection terminated unexpectedly'),
    new Error('Client has encountered a connection error and is not queryable'),
    new Error('timeout exceeded when trying to connect'),
    new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')], 'every address failed'),
  ])('%s', error => {
    expect([isConnectionLost(error), isRetryable(error)]).toEqual([true, true])
  })
})

describe('worth another attempt on the same connection', () => {
  test.each(['40001', '40P01', '53300', '55P03', '25006'])('%s', code => {
    expect([isConnectionLost(withCode(code)), isRetryable(withCode(code))]).toEqual([false, true])
  })
})

describe('final', () => {
  test.each([
    withCode('23505'),
    withCode('42601'),
    withCode('28P01'),
    withCode('3D000'),
    withCode('57014'),
    new Error('x'),
    null,
    1,
  ])('%s', error => {
    expect([isConnectionLost(error), isRetryable(error)]).toEqual([false, false])
  })
})

describe('what a connection is worth after', () => {
  const answer = (code: string) => Object.assign(new pg.DatabaseError(code, 0, 'error'), { code })

  test.each(['42601', '40001', '57014', '23505', '53100'])('an answer of the server: %s', code => {
    expect(breaksConnection(answer(code))).toBe(false)
  })

  test.each([answer('57P01'), answer('57P02'), answer('08006'), withCode('ECONNRESET'), new Error('x'), null])(
    'its end, or what is no answer: %s',
    error => {
      expect(breaksConnection(error)).toBe(true)
    },
  )
})
