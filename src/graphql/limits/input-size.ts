import { deepestInput, mostInputs } from './limits.ts'
import { tooMuch } from './too-much.ts'

/** Throws where variables are nested too deep or hold too many values: what works on them recurses. */
export const checkVariables = (variables: Readonly<Record<string, unknown>>): void => {
  let values = 0
  let level: unknown[] = [variables]
  for (let depth = 0; level.length > 0; depth += 1) {
    // The variables themselves are the first level.
    if (depth > deepestInput + 1) throw tooDeep()
    const below: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      const inside: unknown[] = Array.isArray(value) ? value : Object.values(value)
      values += inside.length
      if (values > mostInputs) {
        throw tooMuch('VARIABLES_TOO_LARGE', `The variables hold more than ${mostInputs} values`)
      }
      for (const item of inside) if (typeof item === 'object' && item !== null) below.push(item)
    }
    level = below
  }
}

export const tooDeep = () =>
  tooMuch('VARIABLES_TOO_LARGE', `An argument has more than ${deepestInput} lists and objects within each other`)
