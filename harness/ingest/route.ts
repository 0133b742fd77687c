// A route by which MLS objects come in, and what a gateway does with an object there that one thing is wrong with, or nothing.
import type { LeafFlaw } from '../../mls/forge.ts'
import type { GroupExtension, Member } from '../../mls/member.ts'
import type { Answer } from '../../simulator/answer.ts'
import type { Capability } from '../../spec/capability.ts'
import type { ReadingId } from '../../spec/reading.ts'
import type { RequirementId } from '../../spec/requirement.ts'
import { accepted, each, refused } from '../match/answer.ts'
import { all } from '../match/judgement.ts'
import { allUnchanged, someChanged } from '../match/read-back.ts'
import type { Stage } from '../probe/stage.ts'
import { defineScenario, type Evidence, type Scenario, type Variants } from '../scenario.ts'
import type { WorldPlan } from '../world-plan.ts'

/** What is special about the good objects of a story. */
export interface Setting {
  /** Every good leaf of the story has these marks, in this order. */
  readonly marks?: readonly LeafFlaw[]
  /** Who is in the group beside Alice. */
  readonly members?: readonly ('carol' | 'dave')[]
  /** Extensions of the group, where the route leads into one. */
  readonly extensions?: readonly GroupExtension[]
}

/** Where a route is entered: everything is there but the object itself. */
export interface Door<Flaw> {
  /** Who sends the objects, where that is a member of a group. */
  readonly member?: Member
  /** All that can be read back, which a refusal leaves as it is. */
  read(): Promise<readonly Answer[]>
  /** Brings the object: with this flaw, or as it should be. Every object of a door differs from the good one in its flaw alone. */
  offer(flaw?: Flaw): Promise<readonly Answer[]>
}

export interface Route<Flaw> {
  /** Who does what with the objects; `what` says what is wrong with them ("that nobody signed"). */
  story(what: string): string
  readonly world: WorldPlan
  /** The reading that lets a gateway refuse what comes in by the route: a commit that leaves proposals out. */
  readonly tolerates?: ReadingId
  readonly needs: readonly Capability[]
  readonly otherSuites?: true
  open(stage: Stage, setting: Setting): Promise<Door<Flaw>>
}

export type Routes<Flaw> = { readonly [variant: string]: Route<Flaw> }

/** Flaws by the name that their answers have in the evidence. */
type Flaws<Flaw> = { readonly [name: string]: Flaw }

export interface Rule<Flaw> {
  readonly requirement: RequirementId
  /** What is wrong with the objects, after "key packages" or "leaves": "that nobody signed". */
  readonly what: string
  readonly flaws: Flaws<Flaw> | ((stage: Stage, member: () => Member) => Flaws<Flaw> | Promise<Flaws<Flaw>>)
  readonly setting?: Setting
}

/**
 * One story for each route: the object is refused with each flaw, all that can be read is as before, and the object itself is
 * taken: the control twin of every flaw, as each differs from it in that flaw alone.
 */
export function refusedOn<Flaw>(routes: Routes<Flaw>, rule: Rule<Flaw>): Variants {
  return onEach(routes, (route) => refusedBy(route, rule))
}

/** One story for each route: an object with these marks is as good as one without. */
export function takenOn(routes: Routes<never>, rule: Omit<Rule<never>, 'flaws'>): Variants {
  return onEach(routes, (route) => takenBy(route, rule))
}

function onEach<Flaw>(routes: Routes<Flaw>, tell: (route: Route<Flaw>) => Scenario): Variants {
  return Object.fromEntries(Object.entries(routes).map(([variant, route]) => [variant, tell(route)]))
}

function refusedBy<Flaw>(route: Route<Flaw>, { requirement, what, flaws, setting = {} }: Rule<Flaw>): Scenario {
  return defineScenario<Trial>({
    requirement,
    story: `${route.story(what)}, then as they should be`,
    world: route.world,
    needs: route.needs,
    ...(route.tolerates && { tolerates: route.tolerates }),
    ...(route.otherSuites && { otherSuites: route.otherSuites }),
    async probe(stage) {
      const door = await route.open(stage, setting)
      const named = typeof flaws === 'function' ? await flaws(stage, () => memberAt(door)) : flaws
      const before = await door.read()
      const attempts: Record<string, readonly Answer[]> = {}
      for (const [name, flaw] of Object.entries(named)) attempts[name] = await door.offer(flaw)
      const after = await door.read()
      return { ...attempts, before, after, twin: await door.offer() }
    },
    controls: ({ twin }) => each(twin, accepted),
    judge: ({ before, after, twin: _, ...attempts }) =>
      all(each(Object.values(attempts).flat(), refused), allUnchanged(before, after)),
  })
}

function memberAt({ member }: Door<never>): Member {
  if (member !== undefined) return member
  throw new Error('the objects of this route come from no member')
}

interface Trial extends Evidence {
  readonly [name: string]: readonly Answer[]
  readonly before: readonly Answer[]
  readonly after: readonly Answer[]
  readonly twin: readonly Answer[]
}

function takenBy(route: Route<never>, { requirement, what, setting = {} }: Omit<Rule<never>, 'flaws'>): Scenario {
  return defineScenario<Record<'before' | 'taken' | 'after', readonly Answer[]>>({
    requirement,
    story: route.story(what),
    world: route.world,
    needs: route.needs,
    async probe(stage) {
      const door = await route.open(stage, setting)
      return { before: await door.read(), taken: await door.offer(), after: await door.read() }
    },
    judge: ({ before, taken, after }) => all(each(taken, accepted), someChanged(before, after)),
  })
}

/** The same route for flaws of another kind. */
export function withFlaws<Inner, Outer>(route: Route<Inner>, wrap: (flaw: Outer) => Inner): Route<Outer> {
  return {
    ...route,
    async open(stage, setting) {
      const door = await route.open(stage, setting)
      return { ...door, offer: (flaw) => door.offer(flaw === undefined ? undefined : wrap(flaw)) }
    },
  }
}

/** The same route in each cipher suite that the target declares beside its first. */
export function inOtherSuites<Flaw>(route: Route<Flaw>): Route<Flaw> {
  return {
    ...route,
    story: (what) => `In every further cipher suite of the target: ${route.story(what)}`,
    otherSuites: true,
    async open(stage, setting) {
      const doors: Door<Flaw>[] = []
      for (const other of await stage.inOtherSuites()) doors.push(await route.open(other, setting))
      const inTurn = async (ask: (door: Door<Flaw>) => Promise<readonly Answer[]>) => {
        const answers: Answer[] = []
        for (const door of doors) answers.push(...(await ask(door)))
        return answers
      }
      return { read: () => inTurn((door) => door.read()), offer: (flaw) => inTurn((door) => door.offer(flaw)) }
    },
  }
}
