import type { Environment } from './env.ts'
import { maskAll } from './mask.ts'

/** A variable of the AWS SDK that is set. */
export type AwsVariable = { readonly name: string; readonly shown: string }

const secret = /SECRET|TOKEN|ACCESS_KEY/

/** The SDK's own variables that are set. They stay the SDK's business; these are only shown, secrets masked. */
export const awsVariables = (env: Environment): AwsVariable[] =>
  Object.entries(env)
    .filter((entry): entry is [string, string] => entry[0].startsWith('AWS_') && Boolean(entry[1]))
    .map(([name, value]) => ({ name, shown: secret.test(name) && !name.endsWith('_FILE') ? maskAll(value) : value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
