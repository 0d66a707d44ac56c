import type { KeyCause } from '../world/change.ts'
import { apiCallEvent, type EventBridgeEvent, type Occasion } from './event.ts'

/** Who may use a key changed: by its policy, or by a grant (R9). */
export const keyEvents = (occasion: Occasion, keyArn: string, change: KeyCause): EventBridgeEvent[] => {
  const resources = [{ accountId: occasion.accountId, type: 'AWS::KMS::Key', ARN: keyArn }]
  const keyId = keyArn.split('/').at(-1)
  const called = (request: Record<string, unknown>, response: Record<string, unknown> | null) => [
    apiCallEvent(occasion, 'kms', { name: change.cause, request, response, resources }),
  ]
  switch (change.cause) {
    case 'PutKeyPolicy':
      return called({ keyId, policyName: 'default', bypassPolicyLockoutSafetyCheck: false }, null)
    case 'CreateGrant': {
      const { granteePrincipal, operations, grantId } = change.grant
      return called({ keyId: keyArn, granteePrincipal, operations }, { grantId, keyId: keyArn })
    }
    case 'RevokeGrant':
      return called({ keyId: keyArn, grantId: change.grantId }, null)
  }
}
