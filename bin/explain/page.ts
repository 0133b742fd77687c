// An explanation as a page of docs/requirements/, in Markdown.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { byHandOf, type Explanation } from './explanation.ts'
import { byHandSection, type Section, sectionsOf } from './sections.ts'

/** Longer stories are cut down to about this many requests. */
const mostSteps = 10
const root = fileURLToPath(new URL('../../../', import.meta.url))

/** A page lies two folders below docs/. */
const naming = {
  requirement: (id: string) => `[${id}](../${id}.md)`,
  file: (room: string, name: string) => `[\`${name}\`](../../../${sourceOf(room, name)})`,
}

/** What stands on the page before the story by hand; no story has to be told for it. */
export function pageWithoutStory(explanation: Explanation): string {
  const { id } = explanation.requirement
  const [area = ''] = id.split('/')
  const up = `[All requirements](../README.md#${area}) · [the catalogue](../../requirements.md) · \`npx mimi-conformance explain ${id}\``
  return `${[`# ${id}`, up, ...sectionsOf(explanation, naming).map(sectionOnPage)].join('\n\n')}\n`
}

/** The whole page. */
export async function page(explanation: Explanation): Promise<string> {
  const told = await byHandOf(explanation)
  const story = told ? `\n${sectionOnPage(byHandSection(explanation, told, mostSteps))}\n` : ''
  return `${pageWithoutStory(explanation)}${story}`
}

function sectionOnPage({ title, lines = [], items = [], code = [] }: Section): string {
  const blocks = [
    ...lines.map(escaped),
    ...(items.length > 0 ? [items.map((item) => `* ${escaped(item).replaceAll('\n', '  \n  ')}`).join('\n')] : []),
    ...(code.length > 0 ? [`\`\`\`sh\n${code.join('\n')}\n\`\`\``] : []),
  ]
  return [`## ${title}`, ...blocks].join('\n\n')
}

/** What would be markup is text; the links and names of ours have none of it. */
function escaped(text: string): string {
  return text.replaceAll(/[<*_]/g, '\\$&')
}

/** The file of a scenario or faulty gateway: one of its own, or one that several variants share. */
function sourceOf(room: string, name: string): string {
  const own = `${room}/${name}.ts`
  return existsSync(`${root}${own}`) ? own : `${room}/${name.slice(0, name.lastIndexOf('.'))}.ts`
}
