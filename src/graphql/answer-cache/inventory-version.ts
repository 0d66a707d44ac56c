import type { Change, ChangeListener } from '../../db/inventory/listen-to-changes.ts'

/** Which inventory an answer was read from, as far as this process was told. */
export type Version = { readonly facts: number; readonly observations: number }

/** Counts what is told of changes. Unknown while nobody listens: then what was read before may be stale. */
export class InventoryVersion implements ChangeListener {
  #version: Version = { facts: 0, observations: 0 }
  #isListening = false
  readonly #onFacts: () => void

  /** `onFacts`: everything that was read before is out of date */
  constructor(onFacts: () => void) {
    this.#onFacts = onFacts
  }

  get current(): Version | null {
    return this.#isListening ? this.#version : null
  }

  readonly onChange = (change: Change): void => {
    const { facts, observations } = this.#version
    this.#version = change === 'facts' ? { facts: facts + 1, observations } : { facts, observations: observations + 1 }
    if (change === 'facts') this.#onFacts()
  }

  readonly onListening = (): void => {
    this.onChange('facts')
    this.onChange('observations')
    this.#isListening = true
  }

  readonly onDeaf = (): void => {
    this.#isListening = false
    this.onChange('facts')
  }
}
