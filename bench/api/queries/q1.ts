import { permissionsJson } from './limit-json.ts'
import { account, peerAccount, peerPermission, permission, productCode, time } from './normal-form.ts'
import type { Query } from './query.ts'

/** What a portal's page about an image asks for. */
export const q1: Query = {
  key: 'q1',
  title: 'one image with owner, 20 launch permissions with their accounts, product codes',
  document: ({ permissions }) => `
    query Image($imageId: ID!, $region: Region!) {
      image(imageId: $imageId, region: $region) {
        imageId region name state architecture creationDate
        owner { accountId name }
        ${permissions(20, 'kind grantee account { accountId name }')}
        productCodes { productCode kind }
      }
    }`,
  peerDocument: ({ pagedPermissions }) => `
    query Image($imageId: String!, $region: String!) {
      imageByRegionAndImageId(imageId: $imageId, region: $region) {
        imageId region name state architecture creationDate ownerAccountId
        owner { accountId name }
        launchPermissions${pagedPermissions ? '(first: 20)' : ''} { nodes { kind grantee targetId account { accountId name } } }
        imageProductCodesByRegionAndImageId { nodes { productCode kind } }
      }
    }`,
  async variables(database, most) {
    const { rows } = await database.query(
      `select image_id as "imageId", region
      from (
        select region, image_id from amigraph.launch_permissions group by region, image_id having count(*) >= 20
      ) shared
      order by md5(image_id) limit $1`,
      [most],
    )
    return rows
  },
  normalise: ({ image }, { permissionsOf }) => ({
    ...imageOf(image),
    owner: account(image.owner),
    permissions: permissionsOf(image).map(permission),
    productCodes: image.productCodes.map(productCode),
  }),
  normalisePeer: ({ imageByRegionAndImageId: image }) => ({
    ...imageOf(image),
    owner: peerAccount(image.ownerAccountId, image.owner),
    permissions: image.launchPermissions.nodes.map(peerPermission),
    productCodes: image.imageProductCodesByRegionAndImageId.nodes.map(productCode),
  }),
  limit: {
    field: 'image',
    statement: dialect => `
      select json_build_object('imageId', i.image_id, 'region', i.region, 'name', i.name, 'state', i.state,
        'architecture', i.architecture, 'creationDate', i.creation_date,
        'owner', (select json_build_object('accountId', a.account_id, 'name', a.name)
          from amigraph.accounts a where a.account_id = i.owner_account_id),
        ${permissionsJson(dialect, 20, true)},
        'productCodes', (select coalesce(json_agg(json_build_object('productCode', c.product_code, 'kind', c.kind)
          order by c.product_code), '[]') from amigraph.image_product_codes c
          where c.region = i.region and c.image_id = i.image_id))::text
      from amigraph.images i
      where i.image_id = $1 and i.region = $2`,
    values: ({ imageId, region }) => [imageId, region],
  },
}

type Image = {
  imageId: string
  region: string
  name: string
  state: string
  architecture: string
  creationDate: string
}

const imageOf = ({ imageId, region, name, state, architecture, creationDate }: Image) => ({
  imageId,
  region,
  name,
  state,
  architecture,
  creationDate: time(creationDate),
})
