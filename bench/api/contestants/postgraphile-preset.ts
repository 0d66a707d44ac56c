import type { PgSelectSingleStep } from 'postgraphile/@dataplan/pg'
import { LIST_TYPES, TYPES } from 'postgraphile/@dataplan/pg'
import { sql } from 'postgraphile/@dataplan/pg/pg-sql2'
import { makePgService } from 'postgraphile/adaptors/pg'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import {
  addPgTableCondition,
  addPgTableOrderBy,
  extendSchema,
  gql,
  jsonPgSmartTags,
  orderByAscDesc,
} from 'postgraphile/utils'

/**
 * PostGraphile as a team would set it up over these tables that wants it fast: its own preset, reading only, relations
 * by smart tags, and for what is no column (the number of instances, the order that an index serves) an expression in
 * the very statement, which costs less than a function or another query. Statements are prepared and plans are cached
 * by its own defaults.
 */
export const postgraphilePreset = (url: string, poolSize: number): GraphileConfig.Preset => ({
  extends: [PostGraphileAmberPreset],
  plugins: [relations, instanceCount, accountsById, newestFirst],
  pgServices: [makePgService({ connectionString: url, poolConfig: { max: poolSize }, schemas: ['amigraph'] })],
  schema: { defaultBehavior: '-insert -update -delete', retryOnInitFail: false },
  grafast: { explain: false },
  grafserv: { graphiql: false, watch: false, websockets: false, graphqlOverGET: false, outputDataAsString: true },
})

/** The facts have no foreign keys to other sources' facts; PostGraphile is told which columns go together. */
const relations = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      'amigraph.images': {
        attribute: { architecture: { tags: { behavior: '+attribute:filterBy' } } },
        tags: {
          foreignKey:
            '(owner_account_id) references amigraph.accounts (account_id)|@fieldName owner|@foreignFieldName images',
        },
      },
      'amigraph.launch_permissions': {
        tags: {
          foreignKey: [
            '(region, image_id) references amigraph.images (region, image_id)|@fieldName image|@foreignFieldName launchPermissions',
            '(target_id) references amigraph.accounts (account_id)|@fieldName account|@foreignFieldName grants',
          ],
        },
      },
      // The sums that the facts' own triggers keep are there for everybody who reads this database.
      'amigraph.monthly_account_costs': {
        tags: {
          foreignKey:
            '(account_id) references amigraph.accounts (account_id)|@fieldName account|@foreignFieldName months',
        },
      },
    },
  },
})

const instanceCount = extendSchema({
  typeDefs: gql`
    extend type Image {
      instanceCount: Int!
    }
  `,
  objects: {
    Image: {
      plans: {
        instanceCount: ($image: PgSelectSingleStep) => {
          const alias = $image.getClassStep().alias
          return $image.select(
            sql`(select count(*)::int from amigraph.instances n where n.region = ${alias}.region and n.image_id = ${alias}.image_id and n.state <> 'TERMINATED')`,
            TYPES.int,
          )
        },
      },
    },
  },
})

const accountsById = addPgTableCondition(
  { schemaName: 'amigraph', tableName: 'accounts' },
  'accountIdIn',
  build => ({ type: new build.graphql.GraphQLList(new build.graphql.GraphQLNonNull(build.graphql.GraphQLString)) }),
  (value, { sqlTableAlias, sqlValueWithCodec }) =>
    sql`${sqlTableAlias}.account_id = any(${sqlValueWithCodec(value as string[], LIST_TYPES.text)})`,
)

const newestFirst = addPgTableOrderBy({ schemaName: 'amigraph', tableName: 'images' }, () =>
  orderByAscDesc(
    'CREATED',
    query => ({
      fragment: sql`coalesce(${query.alias}.creation_date, '-infinity'::timestamptz)`,
      codec: TYPES.timestamptz,
    }),
    { unique: false },
  ),
)
