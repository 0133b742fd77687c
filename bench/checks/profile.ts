// Where the time of a run goes: samples the CPU and adds up what was spent under frames of given places.
import type { Profiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'

/** A place in the code, by its share of the busy time; a sample counts for the first place found from the root. */
export type Shares = Readonly<Record<string, number>>

/** Runs something and says what share of the busy (not idle) CPU time was spent inside each place. */
export async function profiled(run: () => Promise<unknown>, places: Readonly<Record<string, RegExp>>): Promise<Shares> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 500 })
  await session.post('Profiler.start')
  await run()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const placeOf = new Map<number, string>()
  const assign = (node: Profiler.ProfileNode, inherited: string): void => {
    const own = Object.entries(places).find(([, pattern]) => pattern.test(node.callFrame.url))?.[0]
    const idle = node.callFrame.functionName === '(idle)' || node.callFrame.functionName === '(program)'
    const place = idle ? 'idle' : inherited === 'other' ? (own ?? 'other') : inherited
    placeOf.set(node.id, place)
    for (const child of node.children ?? []) {
      const next = nodes.get(child)
      if (next) assign(next, place)
    }
  }
  const [root] = profile.nodes
  if (root) assign(root, 'other')
  const spent: Record<string, number> = {}
  for (const [index, sample] of (profile.samples ?? []).entries()) {
    const place = placeOf.get(sample) ?? 'other'
    spent[place] = (spent[place] ?? 0) + (profile.timeDeltas?.[index] ?? 0)
  }
  const busy = Object.entries(spent).filter(([place]) => place !== 'idle')
  const total = busy.reduce((sum, [, time]) => sum + time, 0)
  return Object.fromEntries(busy.map(([place, time]) => [place, time / total]))
}
