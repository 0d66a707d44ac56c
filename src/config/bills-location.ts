/** Where bills are read from. */
export type BillsLocation =
  | { readonly kind: 'FOLDER'; readonly folder: string }
  | { readonly kind: 'S3'; readonly bucket: string; readonly prefix: string }
  | {
      readonly kind: 'ATHENA'
      readonly database: string
      readonly table: string
      readonly workgroup: string
      readonly catalog: string
      /** Null: the Region that the SDK finds */
      readonly region: string | null
      /** How many months are read, the present one included */
      readonly months: number
    }
  | { readonly kind: 'COST_EXPLORER'; readonly months: number }

const name = /^[a-z0-9_]{1,255}$/
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/** A location out of its text: a path, `s3://…`, `athena://…` or `cost-explorer:`. Null where it is none of them. */
export const parseBillsLocation = (text: string): BillsLocation | null => {
  // A drive's letter is a path's
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) return { kind: 'FOLDER', folder: text }
  const [main = '', query = ''] = text.slice(scheme.length + 1).split('?')
  const given = new URLSearchParams(query)
  const place = main.replace(/^\/\//, '')
  if (scheme === 's3') return s3Location(place, given)
  if (scheme === 'athena') return athenaLocation(place, given)
  return scheme === 'cost-explorer' && place === '' ? costExplorer(given) : null
}

const s3Location = (place: string, given: URLSearchParams): BillsLocation | null => {
  const [, bucket = '', prefix = ''] = /^([^/]*)\/?(.*)$/.exec(place) ?? []
  return bucketName.test(bucket) && hasOnly(given, [])
    ? { kind: 'S3', bucket, prefix: prefix.replace(/\/+$/, '') }
    : null
}

const athenaLocation = (place: string, given: URLSearchParams): BillsLocation | null => {
  const [database = '', table = '', ...more] = place.toLowerCase().split('.')
  const months = monthsOf(given)
  const region = given.get('region')
  const workgroup = given.get('workgroup') ?? 'primary'
  if (!name.test(database) || !name.test(table) || more.length > 0 || months === null) return null
  if (!/^[\w.-]{1,128}$/.test(workgroup) || (region !== null && !/^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/.test(region)))
    return null
  if (!hasOnly(given, ['workgroup', 'catalog', 'region', 'months'])) return null
  return {
    kind: 'ATHENA',
    database,
    table,
    workgroup,
    catalog: given.get('catalog') ?? 'AwsDataCatalog',
    region,
    months,
  }
}

const costExplorer = (given: URLSearchParams): BillsLocation | null => {
  const months = monthsOf(given)
  return months !== null && hasOnly(given, ['months']) ? { kind: 'COST_EXPLORER', months } : null
}

/** Cost Explorer knows the present month and the 13 before it. */
const monthsOf = (given: URLSearchParams): number | null => {
  const text = given.get('months') ?? '13'
  const months = Number(text)
  return /^\d{1,2}$/.test(text) && months >= 1 && months <= 36 ? months : null
}

/** A parameter with a slip in its name would go unnoticed. */
const hasOnly = (given: URLSearchParams, known: readonly string[]): boolean =>
  [...given.keys()].every(key => known.includes(key))
