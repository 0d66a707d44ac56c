import { withSeconds } from './time-format.ts'
import type { WorldImage } from './world.ts'

const day = 86_400_000

/** Remembers a launch. Only those that can still be reported matter: younger than a day, and the last one before. */
export const noteLaunch = (image: WorldImage, time: Date): void => {
  image.launches.push(time)
  const reported = image.launches.findLastIndex(launch => time.getTime() - launch.getTime() >= day)
  if (reported > 0) image.launches.splice(0, reported)
}

/** The last launch as the owner is told it, a day late (R5). */
export const lastLaunchedTime = (image: WorldImage, now: Date): string | undefined => {
  const launch = image.launches.findLast(time => now.getTime() - time.getTime() >= day)
  return launch === undefined ? image.facts.LastLaunchedTime : withSeconds(launch)
}
