/**
 * (R19) Golden images by configuration: an owner's images whose name matches, and that carry this tag and this watermark
 * where they are named.
 */
export type GoldenFamily = {
  readonly family: string
  readonly owner: string
  /** With `*` and `?` */
  readonly name: string
  readonly tag: { readonly key: string; readonly value: string | null } | null
  /** Its key, `ACCOUNT:NAME` */
  readonly watermark: string | null
}
