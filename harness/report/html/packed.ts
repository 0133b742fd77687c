// Markup that few readers open, packed into the page: its script unpacks it when its check is opened.
import { gzipSync } from 'node:zlib'
import { type Markup, markup } from '../markup.ts'

/** Levels above pack a tenth better and take three times as long. */
const level = 4

/** A place in the page that becomes this markup once the `details` around it are opened. */
export function packed(content: Markup): Markup {
  const octets = gzipSync(content.text, { level }).toString('base64')
  return markup`<div data-packed="${octets}"><p>The page's script unpacks them here; report.json has them too.</p></div>`
}
