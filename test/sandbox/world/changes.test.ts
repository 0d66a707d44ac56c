import { beforeEach, describe, expect, test } from 'vitest'
import type { WorldChange } from '../../../src/sandbox/world/change.ts'
import {
  addAccount,
  copyImage,
  deprecate,
  deregister,
  disable,
  enable,
  launch,
  moveAccount,
  removeAccount,
  setRegion,
  setSettings,
  share,
  suspendAccount,
  tag,
  terminate,
  unshare,
  untag,
} from '../../../src/sandbox/world/changes.ts'
import type { WorldImage } from '../../../src/sandbox/world/world.ts'
import { away, builder, consumer, createStage, home, type Stage, start } from '../calls/stage.ts'

let stage: Stage
let image: WorldImage
let heard: WorldChange[]
beforeEach(() => {
  stage = createStage()
  image = stage.image()
  heard = []
  stage.world.onChange(change => heard.push(change))
})

const launched = () => launch(stage.world, image, { accountId: consumer, instanceType: 't3.micro', count: 2 })
const tags = [{ Key: 'k', Value: 'v' }]
const tagged = () => ({ region: home, resourceId: image.imageId, accountId: builder })

describe('every change is told', () => {
  const rows: [string, () => unknown, kinds: WorldChange['kind'][]][] = [
    ['share', () => share(stage.world, image, [{ UserId: consumer }]), ['launch-permissions']],
    ['taking back what was not given', () => unshare(stage.world, image, [{ UserId: consumer }]), []],
    ['copy', () => copyImage(stage.world, image, { region: away, ownerId: builder, name: 'copy' }), ['image-state']],
    ['deprecate', () => deprecate(stage.world, image, start), ['image-deprecation']],
    [
      'disable and enable',
      () => [disable(stage.world, image), enable(stage.world, image)],
      ['image-state', 'image-state'],
    ],
    ['deregister', () => deregister(stage.world, image), ['image-state']],
    ['launch', launched, ['launch', 'instance-state', 'instance-state']],
    ['tag and untag', () => [tag(stage.world, tagged(), tags), untag(stage.world, tagged(), tags)], ['tags', 'tags']],
    ['add an account', () => addAccount(stage.world, { name: 'New', email: 'new@example.com' }), ['account']],
    ['move an account', () => moveAccount(stage.world, consumer, 'r-stag'), ['account']],
    ['suspend an account', () => suspendAccount(stage.world, consumer), ['account']],
    ['remove an account', () => removeAccount(stage.world, consumer), ['account']],
    ['enable a Region', () => setRegion(stage.world, consumer, 'eu-south-2', true), ['region']],
    ['settings', () => setSettings(stage.world, consumer, home, { imageBlockPublicAccess: 'unblocked' }), ['settings']],
  ]
  test.each(rows)('%s', (_name, change, kinds) => {
    change()
    expect(heard.map(({ kind }) => kind)).toEqual(kinds)
    expect(heard.every(({ at }) => at.getTime() === start.getTime())).toBe(true)
  })

  test('an instance is terminated once', () => {
    const [instance] = launched()
    heard = []
    for (let time = 0; time < 2; time++) if (instance) terminate(stage.world, instance)
    expect(heard).toMatchObject([{ kind: 'instance-state', state: 'terminated', instanceId: instance?.instanceId }])
  })
})

describe('what cannot be is a mistake of the caller', () => {
  const rows: [string, () => unknown][] = [
    ['an image that is not there', () => share(stage.world, { region: away, imageId: image.imageId }, [])],
    ['an account that is not there', () => suspendAccount(stage.world, '000000000000')],
    ['a parent that is not there', () => moveAccount(stage.world, consumer, 'ou-stag-00000000')],
    ['a Region that is not there', () => setRegion(stage.world, consumer, 'mars-1', true)],
    ['a Region that everyone has', () => setRegion(stage.world, consumer, home, false)],
    ['a resource that is not there', () => tag(stage.world, { ...tagged(), resourceId: 'ami-1' }, tags)],
  ]
  test.each(rows)('%s', (_name, change) => {
    expect(change).toThrow(RangeError)
  })
})
