import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { type Audit, createAudit } from '../../src/auth/audit.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const operation = {
  requestId: 'r',
  viewer: 'me',
  operation: 'WhoCanLaunch',
  kind: 'query',
  documentHash: 'h',
  cost: 1,
  rows: 2,
  durationMs: 3,
  status: 'OK',
} as const
const writeAll = (audit: Audit) => {
  audit.operation(operation)
  audit.refusal({
    requestId: 'r',
    viewer: null,
    address: '192.0.2.1',
    status: 'UNAUTHENTICATED',
    reason: 'no credentials',
  })
  audit.administration({ viewer: 'me', action: 'create API key' })
}

const loggerOf = (level: string) => {
  const lines: Record<string, unknown>[] = []
  const logger = pino({ level, base: {} }, { write: (line: string) => lines.push(JSON.parse(line)) })
  return { logger, lines }
}

describe('the audit log', () => {
  test('is part of the log, whatever the level of the rest', () => {
    const { logger, lines } = loggerOf('error')
    writeAll(createAudit({ auditLog: { to: 'log' } }, logger))
    expect(lines.map(({ audit, msg }) => [audit, msg])).toEqual([
      [true, 'operation'],
      [true, 'refused'],
      [true, 'administration'],
    ])
    expect(lines[0]).toMatchObject(operation)
  })

  test('that is off still has refusals and administration', () => {
    const { logger, lines } = loggerOf('info')
    writeAll(createAudit({ auditLog: { to: 'off' } }, logger))
    expect(lines.map(({ msg }) => msg)).toEqual(['refused', 'administration'])
  })

  test('can be a file of its own, that only its owner reads and that is appended to', () => {
    const { logger, lines } = loggerOf('info')
    const file = join(temporaryFolder(), 'logs', 'audit.log')
    for (let i = 0; i < 2; i++) writeAll(createAudit({ auditLog: { to: 'file', file } }, logger))
    expect(lines).toEqual([])
    const written = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(written).toHaveLength(6)
    expect(written[0]).toMatchObject({ audit: true, ...operation })
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})
