/** The known name that is fewest edits away, unless even that one is too far to be meant. */
export const closestName = (name: string, known: Iterable<string>): string | undefined => {
  let closest: string | undefined
  let fewest = Math.ceil(name.length / 3) + 1
  for (const candidate of known) {
    const edits = editDistance(name, candidate)
    if (edits < fewest) {
      fewest = edits
      closest = candidate
    }
  }
  return closest
}

/** Levenshtein's distance, one row at a time. */
const editDistance = (from: string, to: string): number => {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const current = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? 0
}
