import type { LaunchableImageResolvers } from '../schema.generated.ts'

/** A row of `launchableImages` is the image's row with its grants. */
export const LaunchableImage: LaunchableImageResolvers = { image: row => row }
