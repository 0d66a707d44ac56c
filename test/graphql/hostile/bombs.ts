/** Queries that are made to be expensive, each by its name. */
export const bombs: readonly (readonly [name: string, query: string])[] = (() => {
  const fragments = (count: number, body: (next: number) => string) =>
    Array.from({ length: count }, (_, i) => `fragment F${i} on OrganizationalUnit { ${body((i + 1) % count)} }`).join(
      ' ',
    )
  const repeat = (count: number, make: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => make(i)).join(' ')
  const at = (body: string) => `{ organization { root { ${body} } } }`
  return [
    ['deep', at(`${'parent { '.repeat(1000)} id ${'}'.repeat(1000)}`)],
    ['very deep', at(`${'parent { '.repeat(100_000)} id ${'}'.repeat(100_000)}`)],
    ['braces', '{'.repeat(100_000)],
    ['brackets', `{ images(filter: ${'['.repeat(100_000)}) { totalCount } }`],
    ['deep literal', `{ images(filter: ${'{ not: '.repeat(1600)}{}${'}'.repeat(1600)}) { totalCount } }`],
    [
      'deep literal within the tokens',
      `{ images(filter: ${'{ not: '.repeat(900)}{}${'}'.repeat(900)}) { totalCount } }`,
    ],
    ['deep list', `{ nodes(ids: ${'['.repeat(1500)}${']'.repeat(1500)}) { id } }`],
    ['wide', `{ ${repeat(4000, () => '__typename')} }`],
    ['very wide', `{ ${repeat(100_000, i => `f${i}`)} }`],
    ['the same object', `{ ${repeat(1200, () => 'organization { id }')} }`],
    ['aliases of fields', `{ organization { ${repeat(1600, i => `a${i}: id`)} } }`],
    ['aliases of lists', `{ ${repeat(300, i => `a${i}: images(first: 1000) { nodes { id } }`)} }`],
    [
      'pages of pages',
      '{ images(first: 1000) { nodes { launchableBy(first: 1000) { nodes { account { images(first: 1000) { nodes { id } } } } } } } }',
    ],
    ['counts', `{ ${repeat(45, i => `a${i}: images(first: 1000) { nodes { launchableBy { totalCount } } }`)} }`],
    ['fragments that double', `${at('...F0')} ${fragments(300, next => (next ? `...F${next} ...F${next}` : 'id'))}`],
    [
      'fragments that double below each other',
      `${at('...F0')} ${fragments(18, next => (next ? `a: parent { ...F${next} } b: parent { ...F${next} }` : 'id'))}`,
    ],
    [
      'fragments that double under conditions',
      `query ($a: Boolean = true) ${at('...F0')} ${fragments(100, next => (next ? `...F${next} @include(if: $a) ...F${next} @skip(if: $a)` : 'id'))}`,
    ],
    ['a circle', `${at('...F0')} ${fragments(1, () => '...F0')}`],
    ['a wide circle', `${at('...F0')} ${fragments(400, next => `parent { ...F${next} }`)}`],
    [
      'a circle with branches',
      `${at('...F0')} ${fragments(200, next => `a: parent { ...F${next} } b: parent { ...F0 }`)}`,
    ],
    ['unused fragments', `{ __typename } ${fragments(600, () => 'id')}`],
    ['directives', `{ __typename ${'@include(if: true) '.repeat(800)} }`],
    ['unknown directives', `{ __typename ${'@a@b '.repeat(1200)} }`],
    ['many operations', repeat(900, i => `query Q${i} { __typename }`)],
    ['many variables', `query (${repeat(1200, i => `$v${i}: Int`)}) { __typename }`],
    ['a deep type', `query ($v: ${'['.repeat(2000)}Int${']'.repeat(2000)}) { __typename }`],
    ['long names', `{ ${'x'.repeat(900_000)} }`],
    ['long suggestions', `{ ${repeat(90, i => `${'imag'.repeat(2000)}${i}`)} }`],
    ['a long text', `{ image(imageId: "${'x'.repeat(900_000)}") { id } }`],
    ['escapes', `{ image(imageId: "${'\\u{10FFFF}'.repeat(50_000)}") { id } }`],
    ['block text', `{ image(imageId: """${'\n '.repeat(100_000)}""") { id } }`],
    ['comments', `${'#\n'.repeat(300_000)}{ __typename }`],
    ['commas', `{ __typename ${','.repeat(900_000)} }`],
    ['numbers', `{ images(first: ${'9'.repeat(100_000)}) { totalCount } }`],
    [
      'introspection below introspection',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    ],
    [
      'introspection many times',
      `{ ${repeat(45, i => `a${i}: __schema { types { fields { args { type { name } } type { fields { name } } } } }`)} }`,
    ],
    ['ofType', `{ __schema { types { ${'ofType { '.repeat(18)} name ${'}'.repeat(18)} } } }`],
    ['a subscription', 'subscription { images { totalCount } }'],
    ['a mutation', 'mutation { __typename }'],
    ['a type', 'type Query { a: Int }'],
    ['nothing', ''],
    ['no field', '{ }'],
  ]
})()
