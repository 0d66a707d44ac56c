/** (R11) AWS's default for "Sharing AMIs: entities per AMI"; public counts as none. */
export const entityQuota = 1000

/** The part of the quota from which an image is said to be near it. */
export const entityQuotaPressure = 0.8
