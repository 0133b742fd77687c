// Holds every source file to the import table: rooms, packages, leaves that stand alone, and no circles.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { forbiddenInside, roomRules, separateLeaves } from './import-rules.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

interface Import {
  readonly from: string
  /** A file of the project, or a package's name. */
  readonly to: string
  readonly local: boolean
  /** Only types are imported: nothing of it is there when the program runs. */
  readonly types: boolean
}

function sourceFiles(): string[] {
  return Object.keys(roomRules)
    .concat('test')
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
    )
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
}

/** The imports of a source text, type imports included. */
export function importsOf(from: string, text: string): Import[] {
  const { module } = parseSync(from, text)
  const named: (readonly [name: string, types: boolean])[] = [
    ...module.staticImports.map(
      ({ moduleRequest, entries }) =>
        [moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType)] as const,
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [[moduleRequest.value, isType] as const] : [])),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const written = text.slice(moduleRequest.start, moduleRequest.end)
      return /^['"]/.test(written) ? [[written.slice(1, -1), false] as const] : []
    }),
  ]
  return named
    .filter(([name]) => !name.startsWith('node:') && !builtinModules.includes(name))
    .map(([name, types]) => {
      if (name.startsWith('.')) return { from, to: normalize(join(dirname(from), name)), local: true, types }
      const parts = name.split('/')
      return { from, to: name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name), local: false, types }
    })
}

/** Why an import is against the rules, or nothing. */
export function broken({ from, to, local }: Import): string | undefined {
  if (from.startsWith('test/') || from.endsWith('.test.ts')) return undefined
  const room = from.split('/')[0] ?? ''
  const rule = roomRules[room]
  if (!rule) return `${from} stands in no room of the import table`
  if (!local) {
    return rule.packages.includes(to)
      ? undefined
      : `${from} imports ${to}: ${room}/ may import ${rule.packages.join(', ')}`
  }
  const target = to.split('/')[0] ?? ''
  if (target !== room && !rule.rooms.includes(target)) {
    return `${from} imports ${to}: ${room}/ may import ${rule.rooms.join(', ') || 'no other room'}`
  }
  if (separateLeaves.some((leaf) => leaf.test(from) && leaf.test(to)))
    return `${from} imports ${to}: leaves stand alone`
  const inside = forbiddenInside.find((pair) => pair.from.test(from) && pair.to.test(to))
  return inside && `${from} imports ${to}: ${inside.why}`
}

const files = sourceFiles()
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')))

test('every import follows the table of rooms', () => {
  assert.ok(imports.length > 100, `only ${imports.length} imports were read`)
  assert.deepEqual(
    imports.flatMap((found) => broken(found) ?? []),
    [],
  )
})

test('the table catches a scenario that imports the reference, a room that imports a stranger, and a leaf another leaf', () => {
  const wrong: [string, string][] = [
    ['scenarios/a/b.ts', "import { createGateway } from '../../reference/gateway.ts'"],
    ['harness/execute.ts', "import type { Parts } from '../reference/gateway.ts'"],
    ['reference/gateway.ts', "export { x } from '../simulator/world.ts'"],
    ['harness/match/value.ts', "import { Pool } from '../transport/socket.ts'"],
    ['simulator/world.ts', "import * as mls from 'ts-mls'"],
    ['scenarios/a/b.ts', "await import('../a/c.ts')"],
    ['spec/2023-03-08/edition.ts', "import { operations } from '../2023-03-17/operations.ts'"],
  ]
  for (const [from, text] of wrong) {
    const found = importsOf(from, text)
    assert.equal(found.length, 1, text)
    assert.ok(
      found.every((one) => broken(one)),
      `not caught: ${from}: ${text}`,
    )
  }
})

test('no file needs itself in a circle when it runs; types may refer to each other', () => {
  const next = new Map(
    files.map((file) => [
      file,
      imports.filter((one) => one.from === file && one.local && !one.types).map((one) => one.to),
    ]),
  )
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) assert.fail(`a circle: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`)
    if (done.has(file)) return
    for (const to of next.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
})
