/** A statement that was sent to PostgreSQL. */
export type RecordedStatement = { readonly text: string; readonly values: readonly unknown[] }

const session = /^\s*(begin|start transaction|commit|rollback|set|reset|select\s+set_config\s*\()/i

/** Statements that read, without those that only set up the session. */
export const readingOnly = (statements: readonly RecordedStatement[]): RecordedStatement[] =>
  statements.filter(({ text }) => !session.test(text))
