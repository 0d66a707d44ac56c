/**
 * Run before the program itself (`node --import`), and in JavaScript, because it saves loading what strips types.
 *
 * Node strips the types of our modules at each start, with a compiler that takes 40 MB for as long as the process lives;
 * what it made once is kept beside the installed packages, where only who installed them can write. Where nothing can be
 * written, it is made again each time.
 */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/amigraph'))

// Answers are large texts that live for milliseconds. Left alone, V8 lets several times what is in use pile up before it
// looks for what is not; this has it look when a third has come on top. What is new lives in three spaces of up to 16 MB;
// --max-semi-space-size=4, which can only be said before V8 starts, saves 40 to 80 MB and costs no time that could be
// measured.
setFlagsFromString('--heap-growing-percent=30')
