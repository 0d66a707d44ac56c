import type { S3Client } from '@aws-sdk/client-s3'
import { AwsFailure } from '../aws-failure.ts'

/** Asks S3 in the Region that a bucket lies in. */
export type AskBucket = <Output>(ask: (s3: S3Client) => Promise<Output>) => Promise<Output>

/**
 * A bucket's name does not tell where it lies: S3 tells whoever asks elsewhere. The SDK follows that with every call anew,
 * here it is known from the first one on.
 */
export function inBucketRegion(clientIn: (region: string) => S3Client, homeRegion: string): AskBucket {
  let region = homeRegion
  return async ask => {
    const asked = region
    try {
      return await ask(clientIn(asked))
    } catch (error) {
      const told = toldRegion(error)
      if (told === null || told === asked) throw error
      region = told
      return ask(clientIn(told))
    }
  }
}

function toldRegion(error: unknown): string | null {
  const { $response } = (error instanceof AwsFailure ? (error.cause ?? {}) : {}) as {
    $response?: { headers?: Record<string, string> }
  }
  return $response?.headers?.['x-amz-bucket-region'] ?? null
}
