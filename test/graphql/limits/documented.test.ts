import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildSchema, isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import * as limits from '../../../src/graphql/limits/limits.ts'
import { readTypeDefs } from '../../../src/graphql/schema.ts'

const text = readFileSync(resolve(import.meta.dirname, '../../../docs/limits.md'), 'utf8')
const rows = text.split('\n').filter(line => line.startsWith('|'))

it.each(Object.entries(limits).filter(([name]) => name !== 'mostBodyBytes'))('%s is in docs/limits.md', (_, limit) => {
  expect(rows.some(row => row.includes(` ${limit.toLocaleString('en')} |`))).toBe(true)
})

it('names every field of the schema that does not cost what others do', () => {
  const fields = Object.values(buildSchema(readTypeDefs().join('\n')).getTypeMap()).flatMap(type =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap(({ name, astNode }) =>
          (astNode?.directives ?? [])
            .filter(directive => ['cost', 'listSize'].includes(directive.name.value))
            .map(directive => {
              const value = directive.arguments?.[0]?.value
              return { field: `${type.name}.${name}`, name, value: value?.kind === 'IntValue' ? value.value : '' }
            }),
        )
      : [],
  )
  const documented = ({ field, name, value }: (typeof fields)[number]) =>
    rows.some(row => row.includes(`\`${name === 'totalCount' ? name : field}\``) && row.includes(`| ${value} `))
  expect(fields.filter(field => !documented(field)).map(({ field }) => field)).toEqual([])
})
