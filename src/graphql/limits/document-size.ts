import { type ASTNode, BREAK, type DocumentNode, visit } from 'graphql'

/** What a document's text holds, whatever is made of it. */
export type DocumentSize = {
  readonly aliases: number
  readonly directives: number
  /** Lists and objects within each other in a literal argument */
  readonly inputDepth: number
}

/** Counts without recursion; the document is as long as its tokens at most. */
export const measureDocument = (document: DocumentNode, deepestInput: number): DocumentSize => {
  let aliases = 0
  let directives = 0
  let inputDepth = 0
  let level = 0
  const enter = () => {
    level += 1
    inputDepth = Math.max(inputDepth, level)
    return level > deepestInput ? BREAK : undefined
  }
  const leave = () => {
    level -= 1
  }
  visit(document as ASTNode, {
    Field: {
      enter({ alias }) {
        if (alias) aliases += 1
      },
    },
    Directive: {
      enter() {
        directives += 1
      },
    },
    ListValue: { enter, leave },
    ObjectValue: { enter, leave },
  })
  return { aliases, directives, inputDepth }
}
