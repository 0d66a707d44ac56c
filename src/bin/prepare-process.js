/**
 * Run before the program itself (`node --import`), and in JavaScript, because it saves loading what strips types.
 *
 * Node strips the types of our modules at each start, with a compiler that takes 40 MB for as long as the process lives;
 * what it made once is kept beside the installed packages, where only who installed them can write. Where nothing can be
 * written, it is made again each time.
 *
 * The scripts also bound what V8 lets pile up before it looks for what is not in use, which can only be said before it
 * starts: answers and listings are large texts that live for milliseconds. `--max-semi-space-size` (of three spaces for
 * what is new, 16 MB unless told) and `--heap-growing-percent` save 50 to 80 MB; smaller ones save more and cost the API a
 * third of its speed, which a worker, who waits for AWS, does not need.
 */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/amigraph'))
