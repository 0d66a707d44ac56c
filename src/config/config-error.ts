/** One thing wrong with one environment variable. */
export type ConfigProblem = {
  readonly name: string
  /** What would be right, or which name was probably meant */
  readonly expected: string
  /** What was found, masked where it is a secret */
  readonly given: string
}

/** Everything that is wrong with the environment, at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'INVALID_CONFIGURATION'
  readonly problems: readonly ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ name, expected, given }) => `  ${name}: expected ${expected}; got ${given}`)
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${lines.join('\n')}`,
    )
    this.problems = problems
  }
}
