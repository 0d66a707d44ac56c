import { STSClient } from '@aws-sdk/client-sts'

/** Where the commercial partition's global services answer. */
const fallbackRegion = 'us-east-1'

/** The Region that the SDK finds (AWS_REGION, the profile); us-east-1 where none is set. */
export async function findHomeRegion(): Promise<string> {
  const sts = new STSClient({})
  try {
    return await sts.config.region()
  } catch {
    return fallbackRegion
  } finally {
    sts.destroy()
  }
}
