import type { World, WorldAccount, WorldImage, WorldKey, WorldRegion } from './world.ts'

/** Which image: an image ID means something in its Region only (R1). */
export type ImageReference = { region: string; imageId: string }

export const regionOf = (world: World, name: string): WorldRegion => {
  const region = world.regions.get(name)
  if (region === undefined) throw new RangeError(`The world has no Region ${name}`)
  return region
}

export const imageOf = (world: World, { region, imageId }: ImageReference): WorldImage => {
  const image = regionOf(world, region).images.get(imageId)
  if (image === undefined) throw new RangeError(`The world has no image ${imageId} in ${region}`)
  return image
}

export const accountOf = (world: World, accountId: string): WorldAccount => {
  const account = world.accounts.get(accountId)
  if (account === undefined) throw new RangeError(`The organization has no account ${accountId}`)
  return account
}

export const keyOf = (world: World, arn: string): WorldKey => {
  const key = world.regions.get(arn.split(':')[3] ?? '')?.keys.get(arn)
  if (key === undefined) throw new RangeError(`The world has no key ${arn}`)
  return key
}
