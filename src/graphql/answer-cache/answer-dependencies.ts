/** What besides the facts themselves decides an answer. */
export type Dependencies = {
  /** When and how sources were read */
  readonly observations: boolean
  /** What time it is */
  readonly time: boolean
}

/**
 * Told from the statements, so that no field can forget to say it. Whether a launch permission list is known
 * (`listWasRead`) is a fact; whatever else is told of its reading moves with every reading.
 */
export const dependenciesOf = (statements: readonly string[]): Dependencies => ({
  observations: statements.some(text =>
    /amigraph"?\."?(coverage\b|sync_runs\b|dead_letters\b|event_queues\b|kms_key_reads\b|image_ancestry_reads\b|image_usage_reports\b|launch_permission_reads"?(?! as known\b))/.test(
      text,
    ),
  ),
  time: statements.some(text =>
    /\b(now|clock_timestamp|statement_timestamp)\(\)|\bcurrent_(date|time)|coverage_status/.test(text),
  ),
})
