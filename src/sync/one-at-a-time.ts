/**
 * Does `work` once at a time: who asks while it is under way is not kept waiting, and it is done once more after. Throws
 * what `work` throws, to whoever began it.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let isUnderWay = false
  let isAskedAgain = false
  return async () => {
    isAskedAgain = true
    if (isUnderWay) return
    isUnderWay = true
    try {
      while (isAskedAgain) {
        isAskedAgain = false
        await work()
      }
    } finally {
      isUnderWay = false
    }
  }
}
