import type { Filter, Tag } from '@aws-sdk/client-ec2'
import { AwsError } from '../../call.ts'
import { matchesWildcard } from '../../world/wildcard.ts'

type Value = string | number | boolean | undefined

/** What a filter name looks at: one value, or several of which one has to match. */
export type FilterFields<T> = Record<string, (item: T) => Value | Value[]>

const mostFilters = 50
const mostValues = 200

/** A predicate for EC2's filters: every filter must match, by any of its values; `*` and `?` are wildcards. */
export const compileFilters = <T>(
  filters: readonly Filter[] | undefined,
  fields: FilterFields<T>,
  tagsOf?: (item: T) => readonly Tag[],
): ((item: T) => boolean) => {
  if ((filters?.length ?? 0) > mostFilters)
    throw new AwsError('FilterLimitExceeded', `The maximum number of filters on a single call is ${mostFilters}`)
  const predicates = (filters ?? []).map(filter => compileFilter(filter, fields, tagsOf))
  return item => predicates.every(predicate => predicate(item))
}

const compileFilter = <T>(
  { Name: name = '', Values: values = [] }: Filter,
  fields: FilterFields<T>,
  tagsOf: ((item: T) => readonly Tag[]) | undefined,
): ((item: T) => boolean) => {
  if (values.length > mostValues)
    throw new AwsError('FilterLimitExceeded', `The maximum number of filter values on a single filter is ${mostValues}`)
  if (values.length === 0) throw new AwsError('InvalidParameterValue', `The filter '${name}' needs a value`)
  const read = fieldOf(name, fields, tagsOf)
  if (read === undefined) throw new AwsError('InvalidParameterValue', `The filter '${name}' is invalid`)
  const exact = new Set(values)
  const patterns = values.filter(value => /[*?\\]/.test(value)).map(matchesWildcard)
  const matches = (value: Value) => {
    if (value === undefined) return false
    const text = String(value)
    return exact.has(text) || patterns.some(pattern => pattern(text))
  }
  return item => {
    const value = read(item)
    return Array.isArray(value) ? value.some(matches) : matches(value)
  }
}

const fieldOf = <T>(
  name: string,
  fields: FilterFields<T>,
  tagsOf: ((item: T) => readonly Tag[]) | undefined,
): FilterFields<T>[string] | undefined => {
  if (tagsOf !== undefined) {
    if (name === 'tag-key') return item => tagsOf(item).map(tag => tag.Key)
    if (name.startsWith('tag:')) {
      const key = name.slice('tag:'.length)
      return item => tagsOf(item).find(tag => tag.Key === key)?.Value
    }
  }
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** The IDs that a filter pins the answer to; undefined where it leaves them open. */
export const pinnedIds = (filters: readonly Filter[] | undefined, name: string): string[] | undefined => {
  const values = filters?.find(filter => filter.Name === name)?.Values
  return values?.some(value => /[*?\\]/.test(value)) ? undefined : values
}
