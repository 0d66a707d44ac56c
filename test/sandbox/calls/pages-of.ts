/** Every page of a listing, by the tokens that it gives. */
export const pagesOf = async <Page>(
  ask: (token: string | undefined) => Page | Promise<Page>,
  tokenOf: (page: Page) => string | undefined,
): Promise<Page[]> => {
  const pages: Page[] = []
  let token: string | undefined
  do {
    const page = await ask(token)
    pages.push(page)
    token = tokenOf(page)
  } while (token !== undefined)
  return pages
}
