/** Whatever a model allows comes through: random values of many operations, to and from the real clients. */
import * as ec2 from '@aws-sdk/client-ec2'
import * as imagebuilder from '@aws-sdk/client-imagebuilder'
import * as kms from '@aws-sdk/client-kms'
import * as organizations from '@aws-sdk/client-organizations'
import * as sts from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import { services } from '../../../src/sandbox/wire/services.ts'
import { serveCall } from '../served.ts'
import { madeValue, seeded } from './made-values.ts'

const rounds = 20
const clients = { ec2, imagebuilder, kms, organizations, sts }
const inForms = ['ec2', 'sts']

/** Sends random inputs through a real client to a sandbox that answers with random outputs. */
const exchange = async (service: keyof typeof clients, name: string) => {
  const operation = services.get(service)?.operations.get(name)
  if (!operation) throw new Error(`no such operation: ${name}`)
  const random = seeded(name.length)
  let output: object = {}
  const served = await serveCall(service, name, () => output)
  const connection = served[service]() as { send: (command: object) => Promise<{ $metadata: object }> }
  const Command = Reflect.get(clients[service], `${name}Command`) as new (input: object) => object
  const exchanges = []
  for (let round = 0; round < rounds; round += 1) {
    const input = madeValue(operation.input, random) as { DryRun?: boolean }
    if (input.DryRun) input.DryRun = false
    output = madeValue(operation.output, random) as object
    const { $metadata: _, ...received } = await connection.send(new Command(input))
    exchanges.push({ input, read: served.inputs[round], output, received })
  }
  return exchanges
}

describe.each([
  ['ec2', 'DescribeImages'],
  ['ec2', 'DescribeInstances'],
  ['ec2', 'DescribeSnapshots'],
  ['ec2', 'DescribeInstanceTypes'],
  ['ec2', 'DescribeInstanceImageMetadata'],
  ['ec2', 'DescribeImageAttribute'],
  ['ec2', 'DescribeSnapshotAttribute'],
  ['ec2', 'DescribeLaunchTemplateVersions'],
  ['ec2', 'DescribeImageReferences'],
  ['ec2', 'DescribeRegions'],
  ['ec2', 'GetAllowedImagesSettings'],
  ['ec2', 'DescribeNetworkInsightsAnalyses'],
  ['ec2', 'CreateLaunchTemplate'],
  ['ec2', 'RegisterImage'],
  ['ec2', 'RunInstances'],
  ['imagebuilder', 'ListImages'],
  ['imagebuilder', 'ListImageBuildVersions'],
  ['imagebuilder', 'GetImage'],
  ['imagebuilder', 'ListImagePipelines'],
  ['imagebuilder', 'CreateImagePipeline'],
  ['imagebuilder', 'DeleteImage'],
  ['kms', 'DescribeKey'],
  ['kms', 'GetKeyPolicy'],
  ['kms', 'ListGrants'],
  ['kms', 'CreateGrant'],
  ['kms', 'Encrypt'],
  ['organizations', 'ListAccounts'],
  ['organizations', 'DescribeOrganization'],
  ['organizations', 'CreatePolicy'],
  ['sts', 'AssumeRole'],
] as const)('%s %s', (service, name) => {
  it('reads and writes anything', async () => {
    for (const { input, read, output, received } of await exchange(service, name)) {
      expect(received).toEqual(output)
      // Clients add idempotency tokens
      expect(read).toMatchObject((inForms.includes(service) ? asFormsSay(input) : input) ?? {})
    }
  })
})

/** Lists and structures without content leave no trace in a form. */
const asFormsSay = (value: unknown): object | undefined => {
  if (value instanceof Date || value instanceof Uint8Array || typeof value !== 'object' || value === null) {
    return value as object
  }
  if (Array.isArray(value)) {
    const items = value.map(asFormsSay).filter(item => item !== undefined)
    return items.length > 0 ? items : undefined
  }
  const members = Object.entries(value)
    .map(([name, member]) => [name, asFormsSay(member)])
    .filter(([, member]) => member !== undefined)
  return members.length > 0 ? Object.fromEntries(members) : undefined
}
