import type { ConfiguredTitle } from '../../domain/product-title.ts'
import type { Queryable } from '../pool.ts'

/** Makes the titles by configuration those that are configured; unchanged ones are not touched. */
export async function replaceConfiguredTitles(client: Queryable, titles: readonly ConfiguredTitle[]): Promise<void> {
  await client.query(
    `with wanted as (
       select * from unnest($1::text[], $2::text[]) as w (product_code, title)
     ), removed as (
       delete from amigraph.configured_product_titles t where t.product_code not in (select w.product_code from wanted w)
     )
     insert into amigraph.configured_product_titles as t (product_code, title)
     select product_code, title from wanted
     on conflict (product_code) do update set title = excluded.title where t.title <> excluded.title`,
    [titles.map(({ productCode }) => productCode), titles.map(({ title }) => title)],
  )
}
