/** Which call an image's row comes from, the most authoritative first (R13: a consumer's view can be blind). */
export const imageEvidence = ['OWNER', 'CONSUMER', 'LOOKUP', 'INSTANCE'] as const

export type ImageEvidence = (typeof imageEvidence)[number]
