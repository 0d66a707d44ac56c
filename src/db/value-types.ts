import pg from 'pg'

type TypeParser = (text: string) => unknown

const text: TypeParser = value => value
const textArray: TypeParser = pg.types.getTypeParser(1009 as number)

/**
 * Parsers that differ from the driver's own. A pool gets them as its own map: the driver's registry is global, and a
 * library in the same process may rely on it.
 * bigint and numeric stay text, because a number can't hold them exactly (money!); dates without a time zone stay text,
 * because a Date would add one. timestamptz is a Date, json is parsed.
 */
const parsers = new Map<number, TypeParser>([
  [pg.types.builtins.INT8, text],
  [pg.types.builtins.NUMERIC, text],
  [pg.types.builtins.DATE, text],
  [pg.types.builtins.TIMESTAMP, text],
  [1016, textArray], // bigint[]
  [1231, textArray], // numeric[]
  [1182, textArray], // date[]
  [1115, textArray], // timestamp[]
])

/** The driver's `types` option. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}
