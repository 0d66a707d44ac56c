/** What both contestants say, in one form: times to the millisecond, amounts without trailing zeros. */
import type { Answer } from './query.ts'

export const time = (value: Answer): string | null => (value === null ? null : new Date(value).toISOString())

export const amount = (value: Answer): string => {
  const text = String(value)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

export const account = (value: Answer) => value && { accountId: value.accountId, name: value.name ?? null }

/** An account outside the organization has no row, so that a peer can tell no more than the ID that names it. */
export const peerAccount = (accountId: Answer, value: Answer) => accountId && { accountId, name: value?.name ?? null }

export const permission = ({ kind, grantee, account: of }: Answer) => ({ kind, grantee, account: account(of) })

export const peerPermission = ({ kind, grantee, targetId, account: of }: Answer) => ({
  kind,
  grantee,
  account: kind === 'ACCOUNT' ? peerAccount(targetId, of) : null,
})

export const productCode = ({ productCode: code, kind }: Answer) => ({ productCode: code, kind })

export const month = ({ month: of, softwareCost, infrastructureCost }: Answer) => ({
  month: of,
  currency: softwareCost.currency,
  softwareCost: amount(softwareCost.amount),
  infrastructureCost: amount(infrastructureCost.amount),
})

export const peerMonth = ({ month: firstDay, currency, softwareCost, infrastructureCost }: Answer) => ({
  month: firstDay.slice(0, 7),
  currency,
  softwareCost: amount(softwareCost),
  infrastructureCost: amount(infrastructureCost),
})
