import { readFileSync } from 'node:fs'

/** CPU seconds that a process has used in all its threads; null where there is no /proc. */
export const cpuSeconds = (pid: number): number | null => {
  const stat = read(`/proc/${pid}/stat`)
  // The name in parentheses may hold anything; user and system time are the 12th and 13th field after it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (!fields) return null
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
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
