import { expect, it } from 'vitest'
import { AwsFailure } from '../../src/aws/aws-failure.ts'
import { type CredentialProvider, roleOrOwn } from '../../src/aws/credentials.ts'

const giving = (accessKeyId: string): CredentialProvider & { asked: number } => {
  const provider = Object.assign(
    () => {
      provider.asked += 1
      return Promise.resolve({ accessKeyId, secretAccessKey: '' })
    },
    { asked: 0 },
  )
  return provider
}
const failing = (failureClass: 'denied' | 'transient'): CredentialProvider => {
  return () => Promise.reject(new AwsFailure('AccessDenied', 'no', failureClass))
}

it('reads the home account through its reader role where it has one', async () => {
  const own = giving('own')
  expect((await roleOrOwn(giving('role'), own)()).accessKeyId).toBe('role')
  expect(own.asked).toBe(0)
})

it('reads it with the credentials that are there where it has none, and asks for the role only once', async () => {
  let refused = 0
  const role: CredentialProvider = () => {
    refused += 1
    return failing('denied')()
  }
  const provider = roleOrOwn(role, giving('own'))
  expect((await provider()).accessKeyId).toBe('own')
  expect((await provider({ forceRefresh: true })).accessKeyId).toBe('own')
  expect(refused).toBe(1)
})

it('takes an STS that cannot be reached for what it is', async () => {
  await expect(roleOrOwn(failing('transient'), giving('own'))()).rejects.toThrow('no')
})
