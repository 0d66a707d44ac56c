import { readFileSync } from 'node:fs'
import { DumpError } from './dump-error.ts'
import { recordedValue } from './recorded-value.ts'

/** One answer of AWS, and the command that it answers where the file tells. */
export type Output = { file: string; command: string; body: Record<string, unknown> }

/**
 * The answers in a file: one, or several as an array (pages); bare, with the command beside them, or wrapped as
 * `{status_code, data}`. Recorded errors are no answers.
 */
export const readOutputs = (file: string): Output[] => {
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new DumpError(file, `not readable as JSON: ${(cause as Error).message}`, { cause })
  }
  return outputsOf(parsed, file, '')
}

const outputsOf = (value: unknown, file: string, command: string): Output[] => {
  if (Array.isArray(value)) return value.flatMap(item => outputsOf(item, file, command))
  if (!isObject(value)) throw new DumpError(file, 'an answer of AWS is a JSON object')
  if ('output' in value) return outputsOf(value.output, file, String(value.command ?? ''))
  if ('status_code' in value && 'data' in value)
    return Number(value.status_code) < 400 ? outputsOf(value.data, file, command) : []
  try {
    return [{ file, command, body: recordedValue(value) as Record<string, unknown> }]
  } catch (cause) {
    throw new DumpError(file, (cause as Error).message, { cause })
  }
}

/** A list of an answer; every item must be an object. Absent is empty. */
export const listIn = <T extends object>(output: Output, member: string): T[] => {
  const list = output.body[member] ?? []
  if (!Array.isArray(list) || !list.every(isObject))
    throw new DumpError(output.file, `${member} is not a list of objects`)
  return list as T[]
}

/** The text that an item cannot be without. */
export const textIn = (output: Output, item: object, member: string): string => {
  const value: unknown = Reflect.get(item, member)
  if (typeof value !== 'string' || value === '') throw new DumpError(output.file, `an item has no ${member}`)
  return value
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
