/** How an export is written. */
export type ExportFormat = {
  readonly form: 'json' | 'columns'
  readonly contentType: string
  readonly extension: string
  /** The first line, or nothing */
  head(columns: readonly string[]): string
  line(row: readonly (string | null)[]): string
}

/** JSON Lines: a node a line. */
const jsonl: ExportFormat = {
  form: 'json',
  contentType: 'application/jsonl; charset=utf-8',
  extension: 'jsonl',
  head: () => '',
  line: ([json]) => `${json}\n`,
}

/** CSV (RFC 4180): a node a line, a column for each of its fields; objects and lists stand in theirs as JSON. */
const csv: ExportFormat = {
  form: 'columns',
  contentType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  head: columns => csvLine(columns),
  line: row => csvLine(row),
}

const csvLine = (values: readonly (string | null)[]): string => `${values.map(csvValue).join(',')}\r\n`

/** What is not known is empty; an empty text is quoted, so that the two stay apart. */
const csvValue = (value: string | null): string => {
  if (value === null) return ''
  return value === '' || /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

export const exportFormats: ReadonlyMap<string, ExportFormat> = new Map([
  ['jsonl', jsonl],
  ['csv', csv],
])
