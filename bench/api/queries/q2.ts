import { permissionsJson } from './limit-json.ts'
import { account, peerAccount, peerPermission, permission, productCode, time } from './normal-form.ts'
import type { Answer, Query } from './query.ts'

/** What a portal's list of a team's images asks for. */
export const q2: Query = {
  key: 'q2',
  title:
    '50 images by creation date filtered by owner and architecture, with owner, 10 permissions each with account, ' +
    'codes, instance count, total count and page info',
  document: ({ permissions }) => `
    query Images($owner: AccountId!, $architecture: Architecture!) {
      images(first: 50, filter: { owner: { eq: $owner }, architecture: { eq: $architecture } }) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          imageId region name state creationDate
          owner { accountId name }
          ${permissions(10, 'kind grantee account { accountId name }')}
          productCodes { productCode kind }
          instanceCount
        }
      }
    }`,
  peerDocument: ({ pagedPermissions }) => `
    query Images($owner: String!, $architecture: String!) {
      allImages(
        first: 50
        condition: { ownerAccountId: $owner, architecture: $architecture }
        orderBy: [CREATED_DESC, IMAGE_ID_DESC, REGION_DESC]
      ) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          imageId region name state creationDate ownerAccountId
          owner { accountId name }
          launchPermissions${pagedPermissions ? '(first: 10)' : ''} { nodes { kind grantee targetId account { accountId name } } }
          imageProductCodesByRegionAndImageId { nodes { productCode kind } }
          instanceCount
        }
      }
    }`,
  async variables(database, most) {
    const { rows } = await database.query(
      `select owner_account_id as owner, architecture
      from amigraph.images
      where evidence = 'OWNER'
      group by 1, 2 having count(*) >= 50
      order by md5(owner_account_id || architecture) limit $1`,
      [most],
    )
    return rows
  },
  normalise: ({ images }, { permissionsOf }) => ({
    ...listOf(images),
    images: images.nodes.map((image: Answer) => ({
      ...imageOf(image),
      owner: account(image.owner),
      permissions: permissionsOf(image).map(permission),
      productCodes: image.productCodes.map(productCode),
    })),
  }),
  normalisePeer: ({ allImages: images }) => ({
    ...listOf(images),
    images: images.nodes.map((image: Answer) => ({
      ...imageOf(image),
      owner: peerAccount(image.ownerAccountId, image.owner),
      permissions: image.launchPermissions.nodes.map(peerPermission),
      productCodes: image.imageProductCodesByRegionAndImageId.nodes.map(productCode),
    })),
  }),
  limit: {
    field: 'images',
    statement: dialect => `
      select json_build_object(
        'totalCount', (select count(*) from amigraph.images i where i.owner_account_id = $1 and i.architecture = $2),
        'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor',
          translate(encode(convert_to((json_agg(page.place) -> 49)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')),
        'nodes', json_agg(page.node) filter (where page.number <= 50))::text
      from (
        select row_number() over () as number,
          json_build_array('CREATION_DATE', i.creation_date, i.image_id, i.region) as place,
          case when row_number() over () <= 50 then json_build_object('imageId', i.image_id, 'region', i.region,
            'name', i.name, 'state', i.state, 'creationDate', i.creation_date,
            'owner', (select json_build_object('accountId', a.account_id, 'name', a.name)
              from amigraph.accounts a where a.account_id = i.owner_account_id),
            ${permissionsJson(dialect, 10, true)},
            'productCodes', (select coalesce(json_agg(json_build_object('productCode', c.product_code, 'kind', c.kind)
              order by c.product_code), '[]') from amigraph.image_product_codes c
              where c.region = i.region and c.image_id = i.image_id),
            'instanceCount', (select count(*) from amigraph.instances n
              where n.region = i.region and n.image_id = i.image_id and n.state <> 'TERMINATED')) end as node
        from (
          select i.* from amigraph.images i
          where i.owner_account_id = $1 and i.architecture = $2
          order by coalesce(i.creation_date, '-infinity'::timestamptz) desc, i.image_id desc, i.region desc
          limit 51
        ) i
      ) page`,
    values: ({ owner, architecture }) => [owner, architecture],
  },
}

/** Cursors are each contestant's own; that there is one is the same. */
const listOf = ({ totalCount, pageInfo }: Answer) => ({
  totalCount,
  hasNextPage: pageInfo.hasNextPage,
  hasCursor: typeof pageInfo.endCursor === 'string',
})

const imageOf = ({ imageId, region, name, state, creationDate, instanceCount }: Answer) => ({
  imageId,
  region,
  name,
  state,
  creationDate: time(creationDate),
  instanceCount,
})
