import { expect, it } from 'vitest'
import { parseAuthorization } from '../../../src/sandbox/wire/authorization.ts'
import { isSignedWith, sign } from '../../../src/sandbox/wire/signature.ts'

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const scope = { accessKeyId: 'AKIDEXAMPLE', date: '20150830', region: 'us-east-1', service: 'service' }
const headers = { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' }

// AWS's published SigV4 test suite
it.each([
  ['get-vanilla', 'GET', '', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
  ['post-vanilla', 'POST', '', '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
  [
    'get-vanilla-query-order-key-case',
    'GET',
    'Param2=value2&Param1=value1',
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  ],
])('signs as the test suite does: %s', (_case, method, query, signature) => {
  const request = { method, path: '/', query, headers, body: Buffer.alloc(0) }
  const authorization = { ...scope, signedHeaders: ['host', 'x-amz-date'], signature }
  expect(sign(secret, authorization, request)).toBe(signature)
  expect(isSignedWith(secret, authorization, request)).toBe(true)
  expect(isSignedWith('another', authorization, request)).toBe(false)
  expect(isSignedWith(secret, authorization, { ...request, body: Buffer.from('changed') })).toBe(false)
})

const credential = 'Credential=AKIDEXAMPLE/20150830/us-east-1/ec2/aws4_request'
const signature = 'a'.repeat(64)

it.each([
  [`AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host;x-amz-date, Signature=${signature}`],
  [`AWS4-HMAC-SHA256 ${credential},SignedHeaders=host;x-amz-date,Signature=${signature}`],
])('reads %s', header => {
  expect(parseAuthorization(header)).toEqual({
    ...scope,
    service: 'ec2',
    signedHeaders: ['host', 'x-amz-date'],
    signature,
  })
})

it.each([
  [undefined],
  [''],
  ['Bearer token'],
  [`AWS4-HMAC-SHA256 ${credential}, Signature=${signature}`],
  [`AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE, SignedHeaders=host, Signature=${signature}`],
  [`AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=short`],
])('makes nothing of %s', header => {
  expect(parseAuthorization(header)).toBeUndefined()
})
