/** SigV4's Authorization header. */
export type Authorization = {
  accessKeyId: string
  /** `YYYYMMDD` of the credential scope */
  date: string
  region: string
  /** Signing name of the service */
  service: string
  /** Lower case, in the order signed */
  signedHeaders: string[]
  /** 64 hexadecimal digits */
  signature: string
}

const form =
  /^AWS4-HMAC-SHA256\s+Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request\s*,\s*SignedHeaders=([^,\s]+)\s*,\s*Signature=([0-9a-f]{64})$/

/** Undefined where the header is absent or not SigV4. */
export const parseAuthorization = (header: string | undefined): Authorization | undefined => {
  const [, accessKeyId, date, region, service, signedHeaders, signature] = form.exec(header ?? '') ?? []
  if (!accessKeyId || !date || !region || !service || !signedHeaders || !signature) return undefined
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(';'), signature }
}
