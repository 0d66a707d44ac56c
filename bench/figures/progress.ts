/** Tells what is under way, on stderr: stdout is the figures'. */
export type Progress = {
  say(message: string): void
}

export const createProgress = (): Progress => {
  const started = performance.now()
  return {
    say(message) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      process.stderr.write(`${seconds.padStart(7)} s  ${message}\n`)
    },
  }
}
