import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os'

/** What the figures were measured on; nothing that names the machine or its user. */
export const describeMachine = () => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Number((totalmem() / 1e9).toFixed(1)),
  system: `${platform()} ${release()} ${arch()}`,
  node: process.version,
})
