import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { GraphQLDateTimeISO, GraphQLJSON } from 'graphql-scalars'

/** A scalar that is a text of a given form. */
const textOf = (name: string, form: RegExp, expected: string): GraphQLScalarType<string, string> => {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && form.test(value)) return value
    throw malformed(`${name} has to be ${expected}`)
  }
  return new GraphQLScalarType({
    name,
    parseValue: check,
    parseLiteral: node => check(node.kind === Kind.STRING ? node.value : null),
    serialize: value => value as string,
  })
}

const malformed = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })

export const AccountId = textOf('AccountId', /^\d{12}$/, '12 digits, such as "012345678901"')

export const Region = textOf(
  'Region',
  /^[a-z]{2,8}(-[a-z]{2,12}){1,3}-\d{1,2}$/,
  'the code of an AWS Region, such as "eu-central-1"',
)

export const YearMonth = textOf('YearMonth', /^\d{4}-(0[1-9]|1[0-2])$/, 'a year and a month, such as "2026-10"')

export const Decimal = textOf('Decimal', /^-?\d+(\.\d+)?$/, 'a decimal number as a text, such as "1234.5678"')

const time = <Value>(read: () => Value): Value => {
  try {
    return read()
  } catch (cause) {
    throw malformed(`DateTime has to be ISO 8601, such as "2026-10-31T08:15:30.000Z": ${(cause as Error).message}`)
  }
}

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  parseValue: value => time(() => GraphQLDateTimeISO.parseValue(value)),
  parseLiteral: (node: ValueNode) => time(() => GraphQLDateTimeISO.parseLiteral(node, {})),
  serialize: value => (value as Date).toISOString(),
})

/** Any value: it goes out as the database has it. */
export const Json: GraphQLScalarType = new GraphQLScalarType({ ...GraphQLJSON.toConfig(), name: 'JSON' })
