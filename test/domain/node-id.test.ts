import { describe, expect, it } from 'vitest'
import { InvalidInput } from '../../src/domain/invalid-input.ts'
import { formatNodeId, parseNodeId } from '../../src/domain/node-id.ts'

describe('node IDs', () => {
  it('come back as they went', () => {
    expect(parseNodeId(formatNodeId('Image', 'eu-central-1', 'ami-1'))).toEqual({
      type: 'Image',
      key: { region: 'eu-central-1', imageId: 'ami-1' },
    })
    expect(parseNodeId('Account:012345678901')).toEqual({ type: 'Account', key: { accountId: '012345678901' } })
  })

  it.each(['', 'Image', 'Image:', 'Image::ami-1', 'Image:a:b:c', 'Nothing:a', 'constructor:a', '__proto__:a'])(
    'refuse %j',
    id => {
      expect(() => parseNodeId(id)).toThrow(InvalidInput)
    },
  )
})
