// Scaffolds an edition in a copy of spec/: it does not build before what is open is looked at, and builds after.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { makePlace, type Place } from './command-line.test.kit.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const id = '2030-01-01'

let place: Place
before(async () => {
  place = await makePlace()
  await cp(join(root, 'spec'), join(place.folder, 'spec'), { recursive: true })
  await cp(join(root, 'fixtures/drafts/tea-room.md'), join(place.folder, 'tea-room.md'))
  await symlink(join(root, 'node_modules'), join(place.folder, 'node_modules'))
  const { compilerOptions } = JSON.parse(await readFile(join(root, 'tsconfig.json'), 'utf8'))
  await writeFile(join(place.folder, 'package.json'), '{ "type": "module" }')
  // Tests beside the code look at the whole project; of this copy only the catalogue is compiled.
  const exclude = ['**/*.test.ts']
  await writeFile(join(place.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['spec'], exclude }))
})
after(() => place.remove())

test('a new edition builds once it is in the lists and nothing of it is unreviewed, and not before', async () => {
  const { code, stdout, stderr } = await place.run(
    'spec',
    'new-edition',
    'tea-room.md',
    '--id',
    id,
    '--from',
    '2023-03-08',
  )
  assert.deepEqual([code, stderr], [0, ''])
  assert.match(stdout, /^marked, the sentence is not in the text: [1-9]/m)
  assert.match(stdout, /^new statements without an entry: [1-9]/m)
  await edit('spec/edition-id.ts', (text) => text.replace("'2023-03-17']", `'2023-03-17', '${id}']`))
  await edit('spec/editions.ts', (text) =>
    text
      .replace('import type { Edition,', `import { edition as next } from './${id}/edition.ts'\nimport type { Edition,`)
      .replace("'2023-03-17': lastPublic,", `'2023-03-17': lastPublic,\n  '${id}': next,`),
  )
  const refused = compile()
  assert.notEqual(refused.status, 0)
  assert.match(refused.stdout, /'unreviewed' does not exist in type/)
  for (const line of refused.stdout.split('\n')) assert.match(line, /^$|^ {2}|'unreviewed' does not exist in type/)

  await rm(join(place.folder, 'spec', id, 'requirements/unreviewed.ts'))
  const names = await readdir(join(place.folder, 'spec', id), { recursive: true })
  for (const name of names.filter((one) => one.endsWith('.ts')))
    await edit(join('spec', id, name), (text) => text.replaceAll(/^ *unreviewed: '.*',\n/gm, ''))
  const built = compile()
  assert.deepEqual([built.status, built.stdout], [0, ''])
})

test('an edition that is there already, a day that is none and a folder without the source are refused in one line', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['--id', '2023-03-17'], /^--id 2023-03-17: expected a new edition, spec\/2023-03-17 is there already\n$/],
    [
      ['--id', '2030-02-30'],
      /^option '--id <day>' argument '2030-02-30' is invalid\. Expected a day like 2027-03-31\./,
    ],
    [['--id', 'latest'], /^option '--id <day>' argument 'latest' is invalid\. Expected a day like 2027-03-31\./],
    [['--id', '2030-01-02', '--out', 'elsewhere'], /expected the source of an edition, there is none\n$/],
    [[], /^required option '--id <day>' not specified/],
  ]
  for (const [args, said] of cases) {
    const { code, stdout, stderr } = await place.run('spec', 'new-edition', 'tea-room.md', ...args)
    assert.deepEqual([code, stdout], [2, ''], args.join(' '))
    assert.match(stderr, said)
    assert.equal(stderr.trimEnd().split('\n').length, 1, stderr)
  }
  await mkdir(join(place.folder, 'spec/2030-01-03'))
  const { code, stderr } = await place.run('spec', 'new-edition', 'tea-room.md', '--id', '2030-01-03')
  assert.deepEqual([code, stderr], [2, '--id 2030-01-03: expected a new edition, spec/2030-01-03 is there already\n'])
})

function compile(): { readonly status: number | null; readonly stdout: string } {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  return spawnSync(process.execPath, [compiler, '--noEmit', '--pretty', 'false'], {
    cwd: place.folder,
    encoding: 'utf8',
  })
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const file = join(place.folder, path)
  const text = await readFile(file, 'utf8')
  await writeFile(file, change(text))
}
