import { expect, it } from 'vitest'
import { type AccountNode, placeAccount, placeUnits } from '../../src/domain/organization-tree.ts'

const node = (id: string, parentId: string | null, name: string) => ({ id, parentId, name, arn: `arn:${id}` })

it('gives every unit its names and IDs from the root down (R6)', () => {
  const units = placeUnits('o-1', [
    node('ou-prod', 'ou-work', 'Production'),
    node('r-1', null, 'Root'),
    node('ou-work', 'r-1', 'Workloads'),
  ])
  expect(units.get('ou-prod')).toEqual({
    organizationalUnitId: 'ou-prod',
    organizationId: 'o-1',
    parentId: 'ou-work',
    arn: 'arn:ou-prod',
    name: 'Production',
    path: 'Root/Workloads/Production',
    ancestorIds: ['r-1', 'ou-work', 'ou-prod'],
  })
  expect(units.get('r-1')?.ancestorIds).toEqual(['r-1'])
})

it('leaves out units whose parent went away while the tree was being read', () => {
  const units = placeUnits('o-1', [node('r-1', null, 'Root'), node('ou-a', 'ou-gone', 'A'), node('ou-b', 'ou-a', 'B')])
  expect([...units.keys()]).toEqual(['r-1'])
})

it('ends on a tree that bites its own tail', () => {
  const units = placeUnits('o-1', [node('r-1', null, 'Root'), node('ou-a', 'ou-b', 'A'), node('ou-b', 'ou-a', 'B')])
  expect([...units.keys()]).toEqual(['r-1'])
})

it('puts an account below the units above it, and takes its own word where its unit was not listed', () => {
  const units = placeUnits('o-1', [node('r-1', null, 'Root'), node('ou-a', 'r-1', 'A')])
  const account = (parentId: string, unitIds: string[]): AccountNode => ({
    accountId: '111111111111',
    arn: 'arn:account',
    name: null,
    email: null,
    state: 'ACTIVE',
    joinedMethod: null,
    joinedAt: null,
    parentId,
    unitIds,
  })
  const { unitIds: _, ...facts } = account('ou-a', [])
  expect(placeAccount('o-1', account('ou-a', []), units)).toEqual({
    ...facts,
    organizationId: 'o-1',
    organizationalUnitPath: 'Root/A',
    ancestorIds: ['r-1', 'ou-a'],
  })
  expect(placeAccount('o-1', account('ou-new', ['r-1', 'ou-new']), units)).toMatchObject({
    organizationalUnitPath: null,
    ancestorIds: ['r-1', 'ou-new'],
  })
})
