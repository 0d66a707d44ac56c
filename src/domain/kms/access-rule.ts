/**
 * (R9) What a launch asks of the key behind an encrypted image: EC2 calls KMS for whoever launches, with that caller's own
 * permissions. AWS: "Requirements for Amazon EBS encryption, permissions for users", "Share the KMS key used to encrypt a
 * shared EBS snapshot".
 */
export const launchOperations = [
  'CreateGrant',
  'Decrypt',
  'DescribeKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
] as const

export type LaunchOperation = (typeof launchOperations)[number]

/** Without these no volume can be attached; the others are documented as needed, yet not by every launch. */
export const essentialOperations: readonly LaunchOperation[] = ['CreateGrant', 'Decrypt']

/**
 * A part of a key policy, or a grant, in a form that needs no more than the organization's tree to decide: it applies to
 * an account that fulfils every condition given; null is no condition. The database decides the same by SQL
 * (amigraph.kms_key_access).
 */
export type AccessRule = {
  readonly effect: 'ALLOW' | 'DENY'
  /** False: more than the account decides, such as which of its roles launches, or a condition that is not known here */
  readonly isCertain: boolean
  readonly operations: readonly LaunchOperation[]
  readonly accounts: readonly string[] | null
  readonly exceptAccounts: readonly string[] | null
  readonly organizations: readonly string[] | null
  readonly exceptOrganizations: readonly string[] | null
  /** LIKE patterns over an account's path, `o-…/r-…/ou-…/` */
  readonly paths: readonly string[] | null
  readonly exceptPaths: readonly string[] | null
}

/** The conditions of a rule, without what it says of them. */
export type Reach = Omit<AccessRule, 'effect' | 'isCertain' | 'operations'>

export const everyone: Reach = {
  accounts: null,
  exceptAccounts: null,
  organizations: null,
  exceptOrganizations: null,
  paths: null,
  exceptPaths: null,
}
