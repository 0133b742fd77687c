// What changed between two shapes, member by member; another notation of the same type is no change.
import { shapeText } from '../extract.ts'
import type { Member, Shape } from '../model.ts'
import type { MemberChange } from './model.ts'
import { type Renaming, renamed } from './terms.ts'
import { partsIn } from './words.ts'

interface Place {
  readonly at: string
  readonly renamings: readonly Renaming[]
}

/** `at` is where the shapes stand, for example `input`. */
export function shapeChanges(old: Shape | undefined, now: Shape | undefined, place: Place): readonly MemberChange[] {
  if (old === undefined && now === undefined) return []
  const [before, after] = [old ?? nothing, now ?? nothing]
  if (before.members !== undefined && after.members !== undefined)
    return memberChanges(before.members, after.members, place)
  if (before.items !== undefined && after.items !== undefined)
    return shapeChanges(before.items, after.items, { ...place, at: `${place.at}[]` })
  const [from, to] = [shapeText(before), shapeText(after)]
  if (isSameType(before, after, place.renamings)) return []
  const note = encodingNote(from, to)
  return [{ at: place.at, change: 'type', from, to, ...(note !== undefined && { note }) }]
}

const nothing: Shape = { type: 'object', members: [] }

function memberChanges(old: readonly Member[], now: readonly Member[], place: Place): readonly MemberChange[] {
  const pairs = memberPairs(old, now, place.renamings)
  const [went, came] = [old.filter((one) => !pairs.has(one)), now.filter((one) => ![...pairs.values()].includes(one))]
  return [
    ...[...pairs].flatMap(([from, to]) => memberChange(from, to, place)),
    ...went.map((member): MemberChange => ({ at: nameAt(place, member), change: 'removed', from: textOf(member) })),
    ...came.map((member): MemberChange => ({ at: nameAt(place, member), change: 'added', to: textOf(member) })),
  ]
}

/** By name, by name but for renamed terms, by the type and a word of the name, by the place and both in part. */
function memberPairs(
  old: readonly Member[],
  now: readonly Member[],
  renamings: readonly Renaming[],
): ReadonlyMap<Member, Member> {
  const pairs = new Map<Member, Member>()
  const partsOf = (member: Member) => renamed(partsIn(member.name), renamings)
  const shareWord = (one: Member, other: Member) => partsIn(other.name).some((part) => partsOf(one).includes(part))
  const steps: ((one: Member, other: Member) => boolean)[] = [
    (one, other) => one.name === other.name,
    (one, other) => partsOf(one).join() === partsIn(other.name).join(),
    (one, other) => isSameType(one, other, renamings) && shareWord(one, other),
    (one, other) =>
      old.indexOf(one) === now.indexOf(other) &&
      shareWord(one, other) &&
      signs(shapeText(one)) === signs(shapeText(other)),
  ]
  for (const isPair of steps) {
    for (const one of old) {
      const taken = [...pairs.values()]
      const other = pairs.has(one) ? undefined : now.find((member) => !taken.includes(member) && isPair(one, member))
      if (other !== undefined) pairs.set(one, other)
    }
  }
  return pairs
}

function memberChange(from: Member, to: Member, place: Place): readonly MemberChange[] {
  const at = nameAt(place, to)
  return [
    ...(from.name === to.name ? [] : [{ at, change: 'renamed' as const, from: from.name, to: to.name }]),
    ...shapeChanges(withNote(from), withNote(to), { ...place, at }),
    ...(from.optional === to.optional
      ? []
      : [{ at, change: to.optional ? ('optional' as const) : ('required' as const) }]),
    ...(from.in === to.in ? [] : [{ at, change: 'moved' as const, from: from.in ?? 'body', to: to.in ?? 'body' }]),
  ]
}

function nameAt({ at }: Place, { name }: Member): string {
  return at === '' ? name : `${at}.${name}`
}

function textOf(member: Member): string {
  return `${member.optional ? 'optional ' : ''}${shapeText(member)}${member.in === 'query' ? ' in the query' : ''}`
}

/** A comment that names the type says more than `number`: `number, //uint8`. */
function withNote(member: Member): Shape {
  const noted = /^number$/i.test(member.type) ? /\bu?int\d*\b/.exec(member.note ?? '')?.[0] : undefined
  return noted === undefined ? member : { ...member, type: noted }
}

const spellings: Readonly<Record<string, string>> = { boolean: 'bool', str: 'string', integer: 'int', uuid: 'uuidv4' }

function isSameType(one: Shape, other: Shape, renamings: readonly Renaming[]): boolean {
  const [first, second] = [shapeText(one), shapeText(other)].map(canonical)
  if (first === second) return true
  const isNumber = (type: string | undefined) => /^(?:number|u?int\d*)$/.test(type ?? '')
  if (isNumber(first) && isNumber(second) && [first, second].includes('number')) return true
  const [before, after] = [renamed(partsIn(shapeText(one)), renamings), partsIn(shapeText(other))]
  return renamings.length > 0 && before.join(' ') === after.join(' ') && signs(first) === signs(second)
}

/** What is left of a type without its words. */
function signs(type = ''): string {
  return type.replaceAll(/\w/g, '')
}

function canonical(type: string): string {
  const plain = type.replaceAll(/\s+/g, ' ').replaceAll('"', '').toLowerCase()
  return plain.replaceAll(/\w+/g, (word) => spellings[word] ?? word)
}

/** A wrapper such as `Base64(…)` that came or went. */
function encodingNote(from: string, to: string): string | undefined {
  const wrapped = /^(\w+)\((.*)\)$/
  const [, before = '', inner] = wrapped.exec(from) ?? []
  const [, after = '', content] = wrapped.exec(to) ?? []
  if (inner === to) return `${before} dropped`
  if (content === from) return `${after} added`
  return inner !== undefined && inner === content ? `${before} became ${after}` : undefined
}
