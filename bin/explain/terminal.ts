// An explanation as `explain` prints it.
import { byHandOf, type Explanation } from './explanation.ts'
import { byHandSection, type Section, sectionsOf } from './sections.ts'

const naming = { requirement: (id: string) => id, file: (_room: string, name: string) => name }

/** The whole explanation, down to the requests; each section under its title, indented. */
export async function explanationText(explanation: Explanation): Promise<string> {
  const told = await byHandOf(explanation)
  const sections = [...sectionsOf(explanation, naming), ...(told ? [byHandSection(explanation, told)] : [])]
  return [explanation.requirement.id, ...sections.map(sectionInTerminal)].join('\n\n')
}

function sectionInTerminal({ title, lines = [], items = [], code = [] }: Section): string {
  const all = [
    ...lines,
    ...items.map((item) => `- ${item.replaceAll('\n', '\n    ')}`),
    ...(code.length > 0 ? ['', ...code] : []),
  ]
  return [title, ...all.flatMap((text) => text.split('\n')).map((line) => (line === '' ? '' : `  ${line}`))].join('\n')
}
