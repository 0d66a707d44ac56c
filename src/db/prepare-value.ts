import pg from 'pg'

/** How the driver turns values into what PostgreSQL reads (its types leave it out). Throws for what cannot be sent. */
export const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils
