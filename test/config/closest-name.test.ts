import { expect, test } from 'vitest'
import { closestName } from '../../src/config/closest-name.ts'

test.each([
  ['AMIGRAPH_REGION', 'AMIGRAPH_REGIONS'],
  ['AMIGRAPH_MEMBER_ROLL', 'AMIGRAPH_MEMBER_ROLE'],
  ['AMIGRAPH_ROLE_MEMBER_NAME_FOR_THE_ORGANIZATION', undefined],
])('%s → %s', (name, closest) => {
  expect(closestName(name, ['AMIGRAPH_AWS', 'AMIGRAPH_REGIONS', 'AMIGRAPH_MEMBER_ROLE'])).toBe(closest)
})
