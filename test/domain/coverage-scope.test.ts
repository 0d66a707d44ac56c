import { describe, expect, it } from 'vitest'
import { fieldsOfFilter, imageScope, imagesScope, narrowedTo } from '../../src/domain/coverage-scope.ts'

describe('narrowedTo', () => {
  it.each([
    [{}, null],
    [{ owner: null }, null],
    [{ owner: { eq: 'a' } }, ['a']],
    [{ owner: { in: ['a', 'b'] } }, ['a', 'b']],
    [{ owner: { in: ['a', 'b'], eq: 'b' } }, ['b']],
    [{ owner: { in: ['a'] }, all: [{ owner: { eq: 'b' } }] }, []],
    [{ all: [{ owner: { eq: 'b' } }] }, ['b']],
    [{ any: [{ owner: { eq: 'b' } }] }, null],
    [{ not: { owner: { eq: 'b' } } }, null],
  ])('%j', (filter, expected) => {
    expect(narrowedTo(filter, 'owner')).toEqual(expected)
  })
})

it('fieldsOfFilter names every field that is looked at', () => {
  expect(fieldsOfFilter({ a: { eq: 1 }, b: null, any: [{ c: true }], not: { all: [{ d: { in: [] } }] } })).toEqual([
    'a',
    'c',
    'd',
  ])
})

describe('scopes', () => {
  const kinds = (scope: { parts: readonly { kinds: readonly string[] }[] }) => [
    ...new Set(scope.parts.flatMap(part => part.kinds)),
  ]
  const image = { region: 'eu-central-1', imageId: 'ami-1', ownerAccountId: '1', sourceImageRegion: null }

  it('depend on shares and instances only where they are asked for', () => {
    expect(kinds(imageScope(image, ['name']))).not.toContain('LAUNCH_PERMISSIONS')
    expect(kinds(imageScope(image, ['launchableBy']))).toContain('LAUNCH_PERMISSIONS')
    expect(kinds(imageScope(image, ['name']))).not.toContain('INSTANCES')
    expect(kinds(imageScope(image, ['instanceCount']))).toContain('INSTANCES')
    expect(kinds(imagesScope(null, null, ['inUse']))).toContain('INSTANCES')
    expect(kinds(imagesScope(null, null, ['blockDevices']))).not.toContain('SNAPSHOTS')
    expect(kinds(imagesScope(null, null, ['blockDevices', 'blockDevices.snapshot']))).toContain('SNAPSHOTS')
  })

  it("depend on an image's own permission list where its shares are asked for", () => {
    expect(imageScope(image, ['name']).permissionsOf).toBeNull()
    expect(imageScope(image, ['visibility']).permissionsOf).toEqual({ region: 'eu-central-1', imageId: 'ami-1' })
  })
})
