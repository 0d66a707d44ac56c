import { DumpError } from './dump-error.ts'
import type { Output } from './read-outputs.ts'

/**
 * The ARN of the key that an answer of KMS is about. Policies and empty lists of grants do not say it: then the command
 * does, or the name of the file, `get-key-policy-1234abcd-….json`.
 */
export const keyOfAnswer = (output: Output, accountId: string, region: string): string => {
  const { KeyMetadata, Grants } = output.body as { KeyMetadata?: { Arn?: string }; Grants?: { KeyId?: string }[] }
  const key = KeyMetadata?.Arn ?? Grants?.[0]?.KeyId ?? askedFor(output)
  if (key === undefined)
    throw new DumpError(
      output.file,
      'the key that it is about has to be in the name of the file, such as list-grants-KEY-ID.json',
    )
  return key.startsWith('arn:') ? key : `arn:aws:kms:${region}:${accountId}:key/${key}`
}

const id = '(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'

const askedFor = ({ command, file }: Output): string | undefined =>
  new RegExp(`--key-id[ =]+"?((?:arn:[\\w:-]+key/)?${id})`).exec(command)?.[1] ??
  new RegExp(`(${id})(?:[-._]\\d+)?\\.json$`).exec(file)?.[1]
