/** What a product is called by configuration. */
export type ConfiguredTitle = { readonly productCode: string; readonly title: string }
