import { readFileSync } from 'node:fs'

/** CPU seconds that a process has used in all its threads; null where there is no /proc. */
export const cpuSeconds = (pid: number): number | null => {
  const fields = fieldsOf(pid)
  if (!fields) return null
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** CPU seconds of a process's parent and of all its children, those that ended too; null where there is no /proc. */
export const cpuSecondsOfFamily = (pid: number): number | null => {
  const parent = Number(fieldsOf(pid)?.[1])
  const own = fieldsOf(parent)
  if (!own) return null
  const ticks = [own[11], own[12], own[13], own[14]]
  for (const child of read(`/proc/${parent}/task/${parent}/children`)?.trim().split(' ') ?? [])
    ticks.push(...(fieldsOf(Number(child))?.slice(11, 13) ?? []))
  return ticks.reduce((sum, tick) => sum + Number(tick), 0) / ticksPerSecond
}

/** What /proc says of a process, after its name. */
const fieldsOf = (pid: number): string[] | undefined => {
  const stat = read(`/proc/${pid}/stat`)
  // The name in parentheses may hold anything; user and system time are the 12th and 13th field after it.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** Linux has given times in hundredths of a second to programs for decades, whatever its own clock does. */
const ticksPerSecond = 100

/** The most memory that a process has held so far, in MB; null where there is no /proc. */
export const peakMemory = (pid: number): number | null => {
  const peak = read(`/proc/${pid}/status`)?.match(/^VmHWM:\s+(\d+) kB$/m)?.[1]
  return peak === undefined ? null : (Number(peak) * 1024) / 1e6
}

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
