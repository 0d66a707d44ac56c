import type { WorldAccount } from '../world.ts'

/** Who plays which part. In a world too small for all parts, an account plays several. */
export type Cast = {
  management: WorldAccount
  imageFactory: WorldAccount
  /** Has Allowed AMIs enabled in the home Region */
  payments: WorldAccount
  /** Has Allowed AMIs in audit mode in another Region */
  booking: WorldAccount
  network: WorldAccount
  tracking: WorldAccount
  /** Everyone whose images and instances are made one by one */
  members: WorldAccount[]
  /** Organizational unit ARNs by name */
  units: Map<string, string>
}

/** The member of that name, or whoever stands in for it. */
export const castMember = (members: readonly WorldAccount[], name: string): WorldAccount => {
  const member = members.find(account => account.name === name) ?? members.at(-1)
  if (member === undefined) throw new RangeError('A world needs at least one account')
  return member
}
