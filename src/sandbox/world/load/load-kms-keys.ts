import type { GrantListEntry, KeyMetadata } from '@aws-sdk/client-kms'
import { newKey } from '../kms-keys.ts'
import type { WorldGrant, WorldKey } from '../world.ts'
import { keyOfAnswer } from './key-of-answer.ts'
import type { ImageView } from './load-images.ts'
import { listIn, textIn } from './read-outputs.ts'
import { plainDate } from './recorded-value.ts'

/** Loads the KMS keys of an account as it saw them itself: what they are, their policies and grants. */
export const loadKmsKeys = ({ accountId, region, folder }: ImageView): void => {
  const keys = new Map<string, WorldKey>()
  const keyOf = (arn: string) => {
    const key = keys.get(arn) ?? newKey(arn, unnamed)
    keys.set(arn, key)
    return key
  }
  for (const output of folder.outputs('describe-key')) {
    const metadata = (output.body['KeyMetadata'] ?? {}) as KeyMetadata
    const arn = textIn(output, metadata, 'Arn')
    Object.assign(keyOf(arn), {
      awsManaged: metadata.KeyManager === 'AWS',
      state: metadata.KeyState ?? 'Enabled',
      multiRegion: metadata.MultiRegion ?? false,
    })
  }
  for (const output of folder.outputs('get-key-policy'))
    keyOf(keyOfAnswer(output, accountId, region.name)).recordedPolicy = textIn(output, output.body, 'Policy')
  for (const output of folder.outputs('list-grants')) {
    const key = keyOf(keyOfAnswer(output, accountId, region.name))
    key.grants.push(...listIn<GrantListEntry>(output, 'Grants').map(grantFrom))
  }
  for (const key of keys.values()) if (key.ownerId === accountId) region.keys.set(key.arn, key)
}

/** What a policy or a list of grants does not say of its key. */
const unnamed = { alias: '', awsManaged: false, sharedWithOrganization: false }

const grantFrom = (grant: GrantListEntry): WorldGrant => ({
  grantId: grant.GrantId ?? '',
  name: grant.Name ?? '',
  granteePrincipal: grant.GranteePrincipal ?? '',
  retiringPrincipal: grant.RetiringPrincipal,
  issuingAccount: grant.IssuingAccount ?? '',
  operations: grant.Operations ?? [],
  constraints: grant.Constraints,
  createdAt: plainDate(grant.CreationDate ?? 0) as Date,
})
