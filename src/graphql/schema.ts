import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const directory = resolve(import.meta.dirname, '../../schema')

/** The schema's text: the files of `schema/`, one a concept. */
export const readTypeDefs = (): string[] =>
  readdirSync(directory)
    .filter(file => file.endsWith('.graphql'))
    .sort()
    .map(file => readFileSync(join(directory, file), 'utf8'))
