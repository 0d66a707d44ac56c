import { expect, it } from 'vitest'
import { placeUnits } from '../../src/domain/organization-tree.ts'

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
