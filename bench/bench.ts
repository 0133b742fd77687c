// `npm run bench [section…]`: measures, each figure against another of the same run, and says which goals are met.
import { availableParallelism, cpus, loadavg } from 'node:os'
import type { Say, Scale, Section } from './section.ts'
import { sections } from './sections.ts'

/** Runs sections one after the other and prints a line for each figure; gives how many goals there were, and how many met. */
async function measure(chosen: readonly Section[], scale: Scale): Promise<{ goals: number; met: number }> {
  let [goals, met] = [0, 0]
  const say: Say = ({ what, figure, goal }) => {
    console.log(
      `  ${what.padEnd(58)} ${figure}${goal ? `  [goal ${goal.text}: ${goal.isMet ? 'met' : 'MISSED'}]` : ''}`,
    )
    if (goal) goals++
    if (goal?.isMet) met++
  }
  for (const { name, measures, run } of chosen) {
    console.log(`${name}: ${measures}`)
    await run(say, scale)
  }
  return { goals, met }
}

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const scale: Scale = process.argv.includes('--tiny') ? 'tiny' : 'full'
const unknown = names.find((name) => !sections.some((section) => section.name === name))
if (unknown !== undefined) {
  console.error(`there is no section ${unknown}; expected ${sections.map(({ name }) => name).join(', ')}`)
  process.exitCode = 2
} else {
  const load = loadavg()[0] ?? 0
  console.log(
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}, load ${load.toFixed(1)} at the start`,
  )
  const chosen = sections.filter(({ name }) => names.length === 0 || names.includes(name))
  const { goals, met } = await measure(chosen, scale)
  console.log(`${met} of ${goals} goals met`)
}
