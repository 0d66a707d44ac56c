import { expect, it } from 'vitest'
import type { RawAnswers, RawPlace } from '../support/raw-sharing/raw-answers.ts'
import { bruteForceFromAnswers } from '../support/raw-sharing/raw-oracle.ts'

const place = (round: number, shared: RawPlace['shared'] = []): RawPlace => ({
  round,
  shared,
  owned: [],
  launchPermissions: new Map(),
  snapshots: [],
  volumePermissions: new Map(),
  allowedImages: { State: 'disabled' },
})

const answers = (owner: RawPlace, viewer: RawPlace): RawAnswers => ({
  round: 2,
  organizationId: 'o-raw0000001',
  accounts: ['100000000001', '100000000002'].map(Id => ({ Id, State: 'ACTIVE' as const })),
  above: new Map(),
  unitIds: new Set(),
  places: new Map([
    ['100000000001 eu-west-1', owner],
    ['100000000002 eu-west-1', viewer],
  ]),
  keys: new Map(),
})

const image = { ImageId: 'ami-1', OwnerId: '100000000001', State: 'available' as const }

it.each([
  ['gone, where the owner was asked later', 2, 1, []],
  ['gone, where both were asked at once', 2, 2, []],
  [
    'there, where the owner was asked before',
    1,
    2,
    ['eu-west-1 ami-1 100000000001 OWNER 100000000001', 'eu-west-1 ami-1 100000000002 OBSERVED 100000000002'],
  ],
])('an image that another account sees, and that is not in its owner’s list, is %s', (_name, owner, viewer, access) => {
  expect(bruteForceFromAnswers(answers(place(owner), place(viewer, [image]))).access).toEqual(access)
})
