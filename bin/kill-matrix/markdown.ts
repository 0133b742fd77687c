// The kill matrix as a page: each faulty gateway under the requirement that has to catch it, then variations and controls.
import type { Matrix, MutantLine } from './matrix.ts'
import type { Subject } from './subjects.ts'

/** The matrix as Markdown, with what the subjects say of themselves; the same matrix always gives the same text. */
export function matrixMarkdown(
  { mutants, killed, total, variations, controls }: Matrix,
  subjects: readonly Subject[],
): string {
  const told = new Map(subjects.map((subject) => [`${subject.kind} ${subject.id}`, describe(subject)]))
  return [
    '# Kill matrix',
    '',
    `${killed} of ${total} faulty gateways are caught by the requirement they break, in every edition that has it;`,
    `${variations.filter(({ falseAlarms }) => falseAlarms.length === 0).length} of ${variations.length} correct but different gateways are spared;`,
    `${controls.filter(({ passes }) => passes.length === 0).length} of ${controls.length} degenerate ones pass nothing that binds.`,
    '',
    '## Faulty gateways',
    '',
    ...byRequirement(mutants).flatMap(([requirement, lines]) => [
      `### ${requirement}`,
      '',
      ...tableOf(
        ['faulty gateway', 'effect', 'caught by'],
        lines.map((line) => [code(line.id), line.effect, caughtBy(line)]),
      ),
      '',
    ]),
    '## Legal variations',
    '',
    ...tableOf(
      ['variation', 'why it is allowed', 'false alarms'],
      variations.map(({ id, falseAlarms }) => [
        code(id),
        told.get(`variation ${id}`) ?? '',
        falseAlarms.join('; ') || 'none',
      ]),
    ),
    '',
    '## Controls',
    '',
    ...tableOf(
      ['control', 'what it does', 'passes'],
      controls.map(({ id, passes }) => [code(id), told.get(`control ${id}`) ?? '', passes.join('; ') || 'nothing']),
    ),
    '',
  ].join('\n')
}

function describe(subject: Subject): string {
  switch (subject.kind) {
    case 'mutant':
      return subject.mutant.effect
    case 'variation':
      return subject.variation.why
    case 'control':
      return subject.control.does
  }
}

function byRequirement(mutants: readonly MutantLine[]): [string, MutantLine[]][] {
  const groups = new Map<string, MutantLine[]>()
  for (const line of mutants) {
    const [requirement = ''] = line.breaks
    groups.set(requirement, [...(groups.get(requirement) ?? []), line])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

function caughtBy({ killed, killedBy, livesIn }: MutantLine): string {
  return killed
    ? [...new Set(killedBy.map((check) => code(check.split(' ')[1] ?? '')))].join(', ')
    : `LIVES in ${livesIn.join(', ')}`
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`)
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function code(text: string): string {
  return `\`${text}\``
}
