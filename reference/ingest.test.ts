// Key packages, and leaves that are made for their place, are judged alike on whichever way they come in: every flaw by every way
// is refused for what it is and changes nothing, and the nearest objects without a flaw are accepted.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { commit, propose } from '../mls/member.ts'
import type { EditionId } from '../spec/edition.ts'
import { type Federation, startFederation } from './federation.test.kit.ts'
import type { PackageCase } from './ingest-cases.test.kit.ts'
import { leafRoutes } from './ingest-leaf-routes.test.kit.ts'
import { harmless, leafCases } from './ingest-leaves.test.kit.ts'
import { offeredBy, packageCases } from './ingest-packages.test.kit.ts'
import { a, added, b, played, roomOfTwo } from './ingest-room.test.kit.ts'
import { byReference, type OpenRoute, packageRoutes, proposalsUnjudged, type Route } from './ingest-routes.test.kit.ts'
import { base64, commitBody } from './members.test.kit.ts'
import { codeOf, type Received } from './trial.test.kit.ts'

const refusedAs: Readonly<Record<number, RegExp>> = {
  422: /^invalid-(key-package|commit|proposal|group-info)$/,
  502: /^peer-failed$/,
}

/** What is wrong with the answer to a flaw, or with that to an object without one. */
function complaintAbout<C extends PackageCase>(route: Route<C>, answer: Received, { rows }: C): string | undefined {
  const { status, json } = answer
  const found = `${status} ${JSON.stringify(json)}`
  if (rows === undefined) return status === route.accepted ? undefined : `expected ${route.accepted}; found ${found}`
  const told = route.keeps ? new RegExp(`\\((${rows.join('|')}), RFC `) : /./
  const isRefused = status === route.refused && refusedAs[status]?.test(codeOf(answer)) === true
  return isRefused && told.test(String(json['detail']))
    ? undefined
    : `expected a refusal by ${rows.join(' or ')}; found ${found}`
}

/** Offers every case by this way: the flaws to one open room, and then the rest, each to a fresh one. */
async function judge<C extends PackageCase>(
  world: Federation,
  route: Route<C>,
  { cases, context }: { readonly cases: readonly C[]; readonly context: TestContext },
): Promise<void> {
  const wrong: string[] = []
  const offer = async (way: OpenRoute<C>, spoilt: C) => {
    const send = await way.ready(spoilt)
    const before = await way.read()
    const complaint = complaintAbout(route, await send(), spoilt)
    if (complaint !== undefined) wrong.push(`${spoilt.name}: ${complaint}`)
    const isSame = isDeepStrictEqual(await way.read(), before)
    if (route.keeps && isSame !== (spoilt.rows !== undefined))
      wrong.push(`${spoilt.name}: ${isSame ? 'nothing' : 'something'} changed`)
  }
  const room = await route.open(world, route.name)
  for (const spoilt of cases.filter(({ rows }) => rows !== undefined)) {
    const excuse = route.excuse(spoilt)
    if (excuse === undefined) await offer(room, spoilt)
    else context.diagnostic(`${spoilt.name}: ${excuse}`)
  }
  for (const spoilt of cases.filter(({ rows }) => rows === undefined))
    await offer(await route.open(world, `${route.name}: ${spoilt.name}`), spoilt)
  assert.deepEqual(wrong, [])
}

for (const edition of ['2023-03-08', '2023-03-17'] as const satisfies readonly EditionId[])
  describe(`${edition}: key packages and leaves on every way in`, () => {
    let world: Federation
    let unjudging: Federation

    before(async () => {
      const start = (options = {}) => startFederation(edition, [a, b], { scripted: [played], ...options })
      world = await start()
      unjudging = await start({ alter: { [a]: proposalsUnjudged, [b]: proposalsUnjudged } })
    })

    for (const route of packageRoutes)
      test(`${edition}: a key package is judged, flaw by flaw: ${route.name}`, async (context) => {
        await judge(world, route, { cases: packageCases, context })
      })

    test(`${edition}: a key package is judged, flaw by flaw: ${byReference.name}`, async (context) => {
      await judge(unjudging, byReference, { cases: packageCases, context })
    })

    for (const route of leafRoutes)
      test(`${edition}: a leaf is judged, flaw by flaw: ${route.name}`, async (context) => {
        await judge(world, route, { cases: leafCases, context })
      })

    test(`${edition}: a proposal that waited too long is refused by the commit that refers to it`, async () => {
      const { rooms, alice, read } = await roomOfTwo(world, 'patience')
      const offered = await offeredBy(world, { domain: a, client: added }, harmless)
      const made = await propose(alice, { type: 'add', keyPackage: offered.message })
      assert.equal((await rooms[a].put('proposals', { packet: base64(made.packet) })).status, 201)
      const json = commitBody(await commit(made.member))
      const untouched = await read()
      await world.time.pass(2 * 86_400_000)
      const late = await rooms[a].put('epochs', json)
      assert.deepEqual([late.status, codeOf(late)], [422, 'invalid-key-package'])
      assert.deepEqual(await read(), untouched)
      assert.equal((await rooms[a].put('epochs', commitBody(await commit(alice, { references: [] })))).status, 201)
    })
  })

test('there is one function for it: key packages are judged by it on their own and in an Add, and nowhere else', () => {
  const usersOf = (name: string) => {
    const root = fileURLToPath(new URL('../../', import.meta.url))
    const files = ['mls', 'reference'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
    )
    const isUser = (file: string) => readFileSync(join(root, file), 'utf8').includes(name)
    const code = files.filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    return code
      .map((file) => file.replaceAll('\\', '/'))
      .filter(isUser)
      .sort()
  }
  assert.deepEqual(usersOf('checks.keyPackage, {'), ['mls/checks/key-package.ts'])
  assert.deepEqual(usersOf('await judgeKeyPackage('), ['mls/checks/proposal.ts', 'mls/public/key-package.ts'])
  assert.deepEqual(usersOf('await validateKeyPackage('), ['reference/identity/key-package.ts'])
  assert.deepEqual(usersOf('readKeyPackage(message,'), [
    'reference/federation/passing.ts',
    'reference/services/key-queues.ts',
  ])
})
