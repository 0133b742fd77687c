// HTML by template, where every value is escaped unless it is markup already.

/** Text that is HTML; only `markup` and `trusted` make it. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type MarkupValue = string | number | boolean | undefined | Markup | readonly MarkupValue[]

/** A template of HTML; strings and numbers become text, lists are joined, `undefined` and `false` vanish. */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(parts.reduce((whole, part, index) => `${whole}${rendered(values[index - 1])}${part}`))
}

/** Text of our own that is HTML, CSS or script as it stands. */
export function trusted(text: string): Markup {
  return new Markup(text)
}

function rendered(value: MarkupValue): string {
  if (value instanceof Markup) return value.text
  if (value === undefined || value === false) return ''
  if (typeof value === 'object') return value.map(rendered).join('')
  return escapeText(String(value))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Safe as text and inside quoted attributes of HTML and XML; what XML 1.0 cannot carry becomes U+FFFD. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}
