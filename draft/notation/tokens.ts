// Cuts a figure into tokens: the drafts' JSON-like objects and TLS structs alike, with their comments.
import type { Line } from '../blocks.ts'

export interface Token {
  readonly kind: 'word' | 'mark' | 'comment'
  readonly text: string
  readonly line: number
  /** Whether it is the first of its line. */
  readonly first: boolean
  /** Whether white space stands before it. */
  readonly apart: boolean
}

// Comments, quoted names, words, marks: whatever is none of the first three is a mark of one character.
const pattern = /\/\/.*|\/\*.*?\*\/|#.*|"(?:[^"\\]|\\.)*"|'[^']*'|\.{3}|…|->|(?:[\p{L}\p{N}_.$-]|\/(?![/*]))+|\S/gu

export function tokensOf(lines: readonly Line[]): readonly Token[] {
  return lines.flatMap(({ text, line }) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }): Token => {
      const place = { line, first: text.slice(0, index).trim() === '', apart: /\s/.test(text[index - 1] ?? ' ') }
      if (/^(?:\/\/|\/\*|#)/.test(found)) {
        return { kind: 'comment', text: found.replace(/^(?:\/\/+|\/\*+|#+)\s*|\s*\*\/$/g, '').trim(), ...place }
      }
      const isWord = /^(?:["']|\.{3}|…|[\p{L}\p{N}_.$/-])/u.test(found) && found !== '->'
      return { kind: isWord ? 'word' : 'mark', text: found.replace(/^(["'])(.*)\1$/, '$2'), ...place }
    }),
  )
}

/** A reader of tokens that goes forward only. */
export class Tokens {
  private readonly all: readonly Token[]
  private at = 0

  constructor(all: readonly Token[]) {
    this.all = all
  }

  peek(ahead = 0): Token | undefined {
    return this.all[this.at + ahead]
  }

  next(): Token | undefined {
    return this.all[this.at++]
  }

  is(...texts: readonly string[]): boolean {
    const token = this.peek()
    return token !== undefined && token.kind !== 'comment' && texts.includes(token.text)
  }

  /** Takes the token if it is one of these. */
  take(...texts: readonly string[]): boolean {
    if (!this.is(...texts)) return false
    this.at++
    return true
  }
}
