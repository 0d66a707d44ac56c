/** What a browser sees at the sandbox's address. */
import type { World } from './world/world.ts'

const notice = "This is amigraph's sandbox, not AWS: every account, image, instance and price it tells of is made up."

/** The page, in HTML where `accept` asks for it, else in JSON. */
export const frontPage = (world: World, accept: string): { contentType: string; body: string } => {
  const accounts = world.accounts.size
  const regions = world.regions.size
  if (!accept.includes('text/html')) {
    return {
      contentType: 'application/json',
      body: `${JSON.stringify({ sandbox: true, notice, accounts, regions })}\n`,
    }
  }
  return {
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>amigraph sandbox: made-up data</title></head>
<body>
<h1>Made-up data</h1>
<p>${notice}</p>
<p>${accounts} accounts, ${regions} Regions. Point an AWS client at this address as its endpoint.</p>
</body>
</html>
`,
  }
}
