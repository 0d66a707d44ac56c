/** The page's own text; everything else is in its files. */
const html = (body: string, head = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>amigraph</title>
<link rel="icon" href="data:,">
${head}</head>
<body>
${body}</body>
</html>
`

const banner = (sandbox: boolean): string =>
  sandbox ? '<div class="sandbox" role="note">Sandbox data: made up. No AWS account was read.</div>\n' : ''

/** The explorer. */
export const explorerPage = ({ sandbox }: { sandbox: boolean }): string =>
  html(
    `${banner(sandbox)}<div id="explorer"></div>\n<script type="module" src="/explorer/explorer.js"></script>\n`,
    '<link rel="stylesheet" href="/explorer/explorer.css">\n',
  )

/** Where the explorer cannot be put together: how to get it, and how to do without. */
export const unavailablePage = ({ sandbox }: { sandbox: boolean }): string =>
  html(
    `${banner(sandbox)}<main class="plain">
<h1>amigraph</h1>
<p>This is a GraphQL API: send queries as <code>POST /graphql</code> with a JSON body <code>{"query": "…"}</code>. Every
element of its schema is described; any GraphQL client can introspect it.</p>
<p>The explorer page that belongs here is not available: it is put together from npm packages that are not installed.
<code>node src/bin/build-explorer.ts</code>, run where they are, makes the folder <code>build/explorer</code>; it works
wherever that folder is copied to.</p>
</main>
`,
  )
