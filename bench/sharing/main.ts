/** `npm run bench:sharing`: measures what is said about sharing, at the database. See bench/README.md. */
import { describeMachine } from '../figures/machine.ts'
import { printFigures } from '../figures/print-figures.ts'
import { createProgress } from '../figures/progress.ts'
import { measureAll } from './measure-all.ts'
import { readOptions } from './options.ts'

const options = readOptions(process.argv.slice(2))
const figures = await measureAll(options, createProgress())
printFigures(
  { bench: 'sharing', machine: describeMachine(), scale: options.scale, figures },
  options.json ? 'json' : 'table',
)
