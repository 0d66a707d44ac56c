import {
  CreateOrganizationalUnitCommand,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  type ListAccountsResponse,
  MoveAccountCommand,
} from '@aws-sdk/client-organizations'
import { AssumeRoleCommand, type AssumeRoleCommandInput, type AssumeRoleCommandOutput } from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import { refuse, serveCall } from '../served.ts'
import { signedFetch } from '../signed-fetch.ts'

describe('AWS Query', () => {
  it('reads and writes lists with their members', async () => {
    const input: AssumeRoleCommandInput = {
      RoleArn: 'arn:aws:iam::222222222222:role/amigraph-reader',
      RoleSessionName: 'test',
      DurationSeconds: 900,
      PolicyArns: [{ arn: 'arn:1' }, { arn: 'arn:2' }],
      Tags: [{ Key: 'a', Value: '' }],
      TransitiveTagKeys: ['a', 'b'],
    }
    const output: Partial<AssumeRoleCommandOutput> = {
      Credentials: {
        AccessKeyId: 'ASIA',
        SecretAccessKey: 'a/b+c=',
        SessionToken: 'token',
        Expiration: new Date('2026-03-01T13:00:00.000Z'),
      },
      AssumedRoleUser: {
        AssumedRoleId: 'AROA:test',
        Arn: 'arn:aws:sts::222222222222:assumed-role/amigraph-reader/test',
      },
      PackedPolicySize: 6,
    }
    const { sts, inputs } = await serveCall('sts', 'AssumeRole', () => output)
    const { $metadata: _, ...received } = await sts().send(new AssumeRoleCommand(input))
    expect(received).toEqual(output)
    expect(inputs).toEqual([input])
  })

  it('reads an empty list where a client says so', async () => {
    const { sandbox, inputs } = await serveCall('sts', 'AssumeRole', () => ({}))
    const form = 'Action=AssumeRole&Version=2011-06-15&RoleArn=arn&RoleSessionName=me&TransitiveTagKeys='
    expect((await signedFetch(sandbox, 'sts', form)).status).toBe(200)
    expect(inputs).toEqual([{ RoleArn: 'arn', RoleSessionName: 'me', TransitiveTagKeys: [] }])
  })

  it('says what is missing', async () => {
    const { sandbox } = await serveCall('sts', 'AssumeRole', () => ({}))
    const response = await signedFetch(sandbox, 'sts', 'Action=AssumeRole&Version=2011-06-15')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(
      '<Error><Type>Sender</Type><Code>ValidationError</Code><Message>1 validation error detected: Value null at &apos;roleArn&apos;',
    )
  })
})

describe('AWS JSON', () => {
  it('reads and writes structures, lists and dates', async () => {
    const output: ListAccountsResponse = {
      NextToken: 'more',
      Accounts: [
        {
          Id: '111111111111',
          Arn: 'arn:aws:organizations::111111111111:account/o-1/111111111111',
          Name: 'Ünï\u0000code \u{1F98A}',
          Email: 'a@example.com',
          State: 'ACTIVE',
          JoinedMethod: 'INVITED',
          JoinedTimestamp: new Date('2024-05-06T07:08:09.123Z'),
        },
      ],
    }
    const { organizations, inputs } = await serveCall('organizations', 'ListAccounts', () => output)
    const { $metadata: _, ...received } = await organizations().send(
      new ListAccountsCommand({ MaxResults: 20, NextToken: 'a"\\b' }),
    )
    expect(received).toEqual(output)
    expect(inputs).toEqual([{ MaxResults: 20, NextToken: 'a"\\b' }])
  })

  it('reads lists of structures and calls without input or output', async () => {
    const unit = { ParentId: 'r-1', Name: 'Prod', Tags: [{ Key: 'a', Value: '' }] }
    const creating = await serveCall('organizations', 'CreateOrganizationalUnit', () => ({}))
    await creating.organizations().send(new CreateOrganizationalUnitCommand(unit))
    expect(creating.inputs).toEqual([unit])

    const describing = await serveCall('organizations', 'DescribeOrganization', () => ({ Organization: { Id: 'o-1' } }))
    expect((await describing.organizations().send(new DescribeOrganizationCommand({}))).Organization).toEqual({
      Id: 'o-1',
    })

    const moving = await serveCall('organizations', 'MoveAccount', () => undefined)
    const moved = { AccountId: '222222222222', SourceParentId: 'r-1', DestinationParentId: 'ou-1' }
    expect((await moving.organizations().send(new MoveAccountCommand(moved))).$metadata.httpStatusCode).toBe(200)
  })

  it('refuses what is missing, of another type, or no JSON', async () => {
    const { sandbox, organizations } = await serveCall('organizations', 'ListAccountsForParent', () => ({}))
    await expect(organizations().send(new ListAccountsForParentCommand({} as never))).rejects.toMatchObject({
      name: 'InvalidInputException',
      $metadata: { httpStatusCode: 400 },
    })

    const post = (body: string) =>
      signedFetch(sandbox, 'organizations', body, {
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AWSOrganizationsV20161128.ListAccountsForParent',
        },
      })
    for (const body of ['{', '[]', '"text"', '{"ParentId": 1}', '{"ParentId": "r-1", "MaxResults": "1"}']) {
      const response = await post(body)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ __type: 'SerializationException' })
    }
    // Members that the model does not have are ignored
    expect((await post('{"ParentId": "r-1", "__proto__": {"x": 1}, "Other": 1}')).status).toBe(200)
  })
})

describe('errors', () => {
  it('come as each protocol has them', async () => {
    const message = 'no <such> "thing" \u{1F98A}'
    const ec2 = await serveCall('ec2', 'DescribeImages', refuse('InvalidAMIID.NotFound', message))
    const fromEc2 = await signedFetch(ec2.sandbox, 'ec2', 'Action=DescribeImages&Version=2016-11-15')
    expect(fromEc2.status).toBe(400)
    expect((await fromEc2.text()).replace(/[0-9a-f-]{36}/, '')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>InvalidAMIID.NotFound</Code>' +
        '<Message>no &lt;such&gt; &quot;thing&quot; \u{1F98A}</Message></Error></Errors><RequestID></RequestID></Response>',
    )

    const sts = await serveCall('sts', 'AssumeRole', refuse('AccessDenied', message, 403))
    await expect(
      sts.sts().send(new AssumeRoleCommand({ RoleArn: 'arn', RoleSessionName: 'me' })),
    ).rejects.toMatchObject({ name: 'AccessDenied', message, $metadata: { httpStatusCode: 403 } })

    const organizations = await serveCall('organizations', 'ListAccounts', refuse('AccessDeniedException', message))
    await expect(organizations.organizations().send(new ListAccountsCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message,
      $metadata: { httpStatusCode: 400 },
    })
  })
})
