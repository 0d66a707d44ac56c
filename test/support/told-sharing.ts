import { expect } from 'vitest'
import type { TestApi } from './api.ts'

/** Everything that is to be found, as lines of text. */
export type Found = { access: string[]; exposures: string[]; problems: string[] }

type Grants = { grants: { kind: string; grantee: string }[] }
type Image = { region: string; imageId: string }

/** What the API tells of who may launch what, from both sides, of exposures and of share problems. */
export const toldSharing = async (api: TestApi): Promise<Found & { byAccount: string[] }> => {
  const { data, errors } = await api.query(`{
    images(first: 1000) { nodes { region imageId
      launchableBy(first: 1000) { totalCount nodes { account { accountId } grants { kind grantee } } } } }
    accounts(first: 1000) { nodes { accountId
      launchableImages(first: 1000) { totalCount nodes { image { region imageId } grants { kind grantee } } } } }
    exposures(first: 1000) { nodes { kind grantee image { region imageId } } }
    shareProblems(first: 1000) { totalCount nodes { code grantee image { region imageId } account { accountId } } }
  }`)
  expect(errors).toBeUndefined()
  const paths = (image: Image, account: string, { grants }: Grants) =>
    grants.map(({ kind, grantee }) => [image.region, image.imageId, account, kind, grantee].join(' '))
  const counted = <Node>({ totalCount, nodes }: { totalCount: number; nodes: Node[] }): Node[] => {
    expect(totalCount).toBe(nodes.length)
    return nodes
  }
  return {
    access: data.images.nodes.flatMap(
      (
        image: Image & { launchableBy: { totalCount: number; nodes: (Grants & { account: { accountId: string } })[] } },
      ) => counted(image.launchableBy).flatMap(node => paths(image, node.account.accountId, node)),
    ),
    byAccount: data.accounts.nodes.flatMap(
      (account: {
        accountId: string
        launchableImages: { totalCount: number; nodes: (Grants & { image: Image })[] }
      }) => counted(account.launchableImages).flatMap(node => paths(node.image, account.accountId, node)),
    ),
    exposures: data.exposures.nodes.map(({ kind, grantee, image }: { kind: string; grantee: string; image: Image }) =>
      [image.region, image.imageId, kind, grantee].join(' '),
    ),
    problems: counted(
      data.shareProblems as {
        totalCount: number
        nodes: { code: string; grantee: string | null; image: Image; account: { accountId: string } | null }[]
      },
    ).map(({ code, grantee, image, account }) =>
      [image.region, image.imageId, code, grantee ?? '', account?.accountId ?? ''].join(' ').trimEnd(),
    ),
  }
}

/** What only one of them says: both sides' first few; null where they agree. */
export const disagreement = ({ byAccount, ...product }: Found & { byAccount: string[] }, oracle: Found) => {
  const sides = { ...product, byAccount }
  for (const [what, lines] of Object.entries(sides)) {
    const expected = oracle[what === 'byAccount' ? 'access' : (what as keyof Found)]
    const onlyProduct = lines.filter(one => !expected.includes(one))
    const onlyOracle = expected.filter(one => !lines.includes(one))
    const twice = lines.filter((one, i) => lines.indexOf(one) !== i)
    if (onlyProduct.length + onlyOracle.length + twice.length > 0)
      return {
        what,
        onlyProduct: onlyProduct.slice(0, 5),
        onlyOracle: onlyOracle.slice(0, 5),
        twice: twice.slice(0, 5),
      }
  }
  return null
}
