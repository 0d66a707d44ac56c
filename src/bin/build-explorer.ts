import { rm } from 'node:fs/promises'
import { buildExplorer } from '../graphql/explorer/build-explorer.ts'
import { prebuiltDirectory } from '../graphql/explorer/explorer-directory.ts'

// Puts the explorer page together ahead of time, for a container image without development dependencies.
await rm(prebuiltDirectory, { recursive: true, force: true })
await buildExplorer(prebuiltDirectory)
