// `matrix` on real processes: two faulty gateways and a small one, each fault laid at the right door.
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Matrix, matrix as matrixModel } from '../harness/matrix/model.ts'
import { makePlace, type Place } from './command-line.test.kit.ts'

let place: Place
before(async () => {
  place = await makePlace()
})
after(() => place.remove())

const faulty = fileURLToPath(new URL('./serve-mutant.js', import.meta.url))
const capabilities = ['define-application', 'key-queues', 'final-keys', 'groups', 'external-commits', 'basic', 'x509']

async function target(name: string, change: object): Promise<string> {
  const file = `${name}.json`
  const whole = { name, version: '1', editions: ['2023-03-17'], ...change }
  await writeFile(join(place.folder, file), JSON.stringify(whole))
  return file
}

const withFault = (name: string, mutant: string) =>
  target(name, {
    capabilities: [...capabilities, 'federation'],
    launch: { command: [process.execPath, faulty, mutant, '{instance}'] },
  })

test('two faulty gateways: each fault is laid at the door of whoever has it, in both orders', async () => {
  // One does not ask other gateways as it was asked; the other one keeps no welcomes for its own clients.
  const [asks, keeps] = [
    await withFault('asks-wrongly', 'federation/key-package-across-domains'),
    await withFault('keeps-nothing', 'federation/welcome-across-domains'),
  ]
  const small = await target('small', {
    capabilities: ['define-application', 'basic'],
    launch: { command: ['x', '{instance}'] },
  })
  const only = ['--only', 'federation/key-package-across-domains', '--only', 'federation/welcome-across-domains']
  const targets = [asks, keeps, small].flatMap((file) => ['--target', file])
  const { code, stdout, stderr } = await place.run(
    'matrix',
    ...targets,
    ...only,
    '--edition',
    '2023-03-17',
    '--seed',
    '7',
  )
  assert.equal(code, 1, stderr)
  const matrix: Matrix = matrixModel.parse(
    JSON.parse(await readFile(join(place.folder, 'reports/matrix/matrix.json'), 'utf8')),
  )
  const bad = matrix.pairs.flatMap(({ a, b, results }) =>
    results.flatMap(({ scenario, blame }) => (blame ? [{ pair: `${a} > ${b}`, scenario, side: blame.side }] : [])),
  )
  const first = bad.filter(({ pair }) => pair === 'asks-wrongly > keeps-nothing')
  const second = bad.filter(({ pair }) => pair === 'keeps-nothing > asks-wrongly')
  const sidesOf = (found: typeof bad, scenario: string) =>
    new Set(found.filter((one) => one.scenario.startsWith(scenario)).map(({ side }) => side))
  assert.deepEqual(sidesOf(first, 'federation/key-package-across-domains'), new Set(['A']))
  assert.deepEqual(sidesOf(first, 'federation/welcome-across-domains'), new Set(['B']))
  assert.deepEqual(sidesOf(second, 'federation/key-package-across-domains'), new Set())
  assert.deepEqual(sidesOf(second, 'federation/welcome-across-domains'), new Set())
  assert.match(
    stdout,
    /fault of A \(asks-wrongly\): .*b\.example refused retrieveKeyPackage that a\.example passed on \(404 no-matching-queue\)/,
  )
  for (const pair of matrix.pairs.filter(({ a, b }) => [a, b].includes('small')))
    assert.deepEqual([pair.why, pair.results], ['small does not declare federation', []])
  for (const file of ['matrix.md', 'matrix.html']) {
    const page = await readFile(join(place.folder, 'reports/matrix', file), 'utf8')
    assert.match(page, /small does not declare federation/)
    assert.match(page, /[Ff]ault of A \(asks-wrongly\)/)
  }
})

test('wrong use ends with 2 and one line', async () => {
  const one = await withFault('one', 'federation/forward-set')
  const refused = async (line: RegExp, ...args: string[]) => {
    const { code, stdout, stderr } = await place.run('matrix', ...args)
    assert.deepEqual([code, stdout], [2, ''])
    assert.match(stderr, line)
    assert.match(stderr, /^[^\n]+\n$/)
  }
  await refused(/expected --target at least twice/, '--target', one)
  await refused(/expected another name than one\.json has/, '--target', one, '--target', one)
  const running = await target('running', {
    capabilities,
    gateways: [
      {
        edition: '2023-03-17',
        domains: ['a.example'],
        internal: { host: '127.0.0.1', port: 1 },
        external: { host: '127.0.0.1', port: 2 },
        operatorToken: 'x',
        applicationServers: [],
        peers: [],
      },
    ],
  })
  await refused(/running\.json: expected launch/, '--target', one, '--target', running)
  const two = await withFault('two', 'federation/forward-set')
  await refused(/no story of two domains is called that/, '--target', one, '--target', two, '--only', 'key-queue/*')
})
