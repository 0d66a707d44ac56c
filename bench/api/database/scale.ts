/** How much is seeded. Every number is exact but the launch permissions', which are about three an image. */
export type Scale = {
  readonly images: number
  readonly instances: number
  readonly accounts: number
  /** Of those, the ones that own images: 400 images each on average, so that an owner is as big at every scale */
  readonly owners: number
  readonly regions: number
  readonly productCodes: number
  readonly costs: number
}

export type ScaleRequest = Pick<Scale, 'images' | 'instances' | 'accounts'>

/** The rest follows from the three that a user sets, in the proportions of the full scale. */
export const scaleOf = ({ images, instances, accounts }: ScaleRequest): Scale => ({
  images,
  instances,
  accounts,
  owners: Math.max(1, Math.min(accounts, Math.round(images / 400))),
  regions: 16,
  productCodes: Math.max(10, Math.round(images / 10)),
  costs: accounts * 600,
})

/**
 * The scales that growth is measured between. An organization with more images has more accounts, and each of them has
 * as many images and instances as before.
 */
export const growthScale = (images: number): Scale =>
  scaleOf({ images, instances: images, accounts: Math.max(500, Math.round(images / 400)) })
