import { permissionsJson } from './limit-json.ts'
import { month, peerMonth, time } from './normal-form.ts'
import type { Answer, Query } from './query.ts'

/** What a scheduled report asks for, page by page. */
export const q3: Query = {
  key: 'q3',
  title: '20 accounts × 20 images × 5 permissions with cost by month',
  document: ({ permissions, months }) => `
    query Accounts($accountIds: [AccountId!]!) {
      accounts(first: 20, filter: { accountId: { in: $accountIds } }) {
        nodes {
          accountId name
          ${months?.selection ?? ''}
          images(first: 20) {
            nodes {
              imageId region name creationDate
              ${permissions(5, 'kind grantee')}
            }
          }
        }
      }
    }`,
  peerDocument: ({ pagedPermissions, months }) => `
    query Accounts($accountIds: [String!]!) {
      allAccounts(first: 20, condition: { accountIdIn: $accountIds }, orderBy: [ACCOUNT_ID_ASC]) {
        nodes {
          accountId name
          ${months ? peerMonths : ''}
          images(first: 20, orderBy: [CREATED_DESC, IMAGE_ID_DESC, REGION_DESC]) {
            nodes {
              imageId region name creationDate
              launchPermissions${pagedPermissions ? '(first: 5)' : ''} { nodes { kind grantee } }
            }
          }
        }
      }
    }`,
  async variables(database, most) {
    const { rows } = await database.query<{ owners: string[] }>(
      `select array_agg(owner order by owner) as owners from (
        select owner_account_id as owner from amigraph.images where evidence = 'OWNER'
        group by 1 having count(*) >= 20) owners`,
    )
    const owners = rows[0]?.owners ?? []
    const next = numbers()
    return Array.from({ length: most }, () => {
      const left = [...owners]
      const accountIds = Array.from({ length: Math.min(20, left.length) }, () => left.splice(next(left.length), 1)[0])
      return { accountIds }
    })
  },
  normalise: ({ accounts }, dialect) =>
    accounts.nodes.map((account: Answer) => ({
      ...accountOf(account),
      months: (dialect.months?.read(account) ?? []).map(month),
      images: account.images.nodes.map((image: Answer) => ({
        ...imageOf(image),
        permissions: dialect.permissionsOf(image).map(permission),
      })),
    })),
  normalisePeer: ({ allAccounts: accounts }) =>
    accounts.nodes.map((account: Answer) => ({
      ...accountOf(account),
      months: (account.months?.nodes ?? []).map(peerMonth),
      images: account.images.nodes.map((image: Answer) => ({
        ...imageOf(image),
        permissions: image.launchPermissions.nodes.map(permission),
      })),
    })),
  limit: {
    field: 'accounts',
    statement: dialect => `
      select json_build_object('nodes', coalesce(json_agg(json_build_object('accountId', account.account_id, 'name',
        account.name, 'images', json_build_object('nodes', (
          select coalesce(json_agg(json_build_object('imageId', i.image_id, 'region', i.region, 'name', i.name,
            'creationDate', i.creation_date, ${permissionsJson(dialect, 5, false)})), '[]')
          from (
            select i.* from amigraph.images i
            where i.owner_account_id = account.account_id
            order by coalesce(i.creation_date, '-infinity'::timestamptz) desc, i.image_id desc, i.region desc
            limit 20
          ) i)))), '[]'))::text
      from (
        select a.account_id, a.name from amigraph.accounts a where a.account_id = any($1::text[])
        order by a.account_id limit 20
      ) account`,
    values: ({ accountIds }) => [accountIds],
  },
}

const peerMonths = 'months { nodes { month currency softwareCost infrastructureCost } }'

const accountOf = ({ accountId, name }: Answer) => ({ accountId, name })

const imageOf = ({ imageId, region, name, creationDate }: Answer) => ({
  imageId,
  region,
  name,
  creationDate: time(creationDate),
})

const permission = ({ kind, grantee }: Answer) => ({ kind, grantee })

/** Whole numbers below a limit that look random: a linear congruential generator, the same on every run. */
const numbers = () => {
  let state = 42
  return (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}
