import { GraphiQL } from 'graphiql'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import 'graphiql/style.css'
import './explorer.css'
import { examples } from './examples.ts'

// The editor runs its language services in workers; all of them are served from here.
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) =>
    new Worker(`/explorer/${label === 'json' || label === 'graphql' ? label : 'editor'}.worker.js`, { type: 'module' }),
}

const fetcher = async (query, { headers } = {}) => {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(query),
  })
  return answer.json()
}

createRoot(document.getElementById('explorer')).render(
  createElement(
    GraphiQL,
    { fetcher, defaultTabs: examples, shouldPersistHeaders: false },
    createElement(GraphiQL.Logo, null, createElement('strong', null, 'amigraph')),
  ),
)
