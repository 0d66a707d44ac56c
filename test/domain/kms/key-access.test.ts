import { describe, expect, it } from 'vitest'
import { keyAccess } from '../../../src/domain/kms/key-access.ts'
import { cases, user } from './cases.ts'

describe('whether a key lets an account launch (R9)', () => {
  it.each(cases.map(each => [each.document, each.name, each] as const))('%s: %s', (_document, _name, each) => {
    const accounts = Object.keys(each.expected)
    const found = accounts.map(account => keyAccess(each.key, user(account)))
    expect(Object.fromEntries(found.map(({ verdict }, i) => [accounts[i], verdict]))).toEqual(each.expected)
    if (each.reason) expect(found[0]?.reason).toBe(each.reason)
  })

  it('says what is missing', () => {
    const document = 'Requirements for Amazon EBS encryption'
    const some = cases.find(each => each.document === document)
    expect(some && keyAccess(some.key, user('100000000003')).operations).toEqual([
      'GenerateDataKeyWithoutPlaintext',
      'ReEncryptFrom',
      'ReEncryptTo',
    ])
  })
})
