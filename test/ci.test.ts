// What vendors copy into their CI is right: it parses, its inputs exist, and every command and flag in it is one of ours.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { parse } from 'yaml'
import { formatNames } from '../harness/report/formats.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const command = fileURLToPath(new URL('../bin/mimi-conformance.js', import.meta.url))

const blocks = fromMarkdown(read('docs/ci.md')).children.flatMap((block) => (block.type === 'code' ? [block] : []))
const action: { inputs: Record<string, unknown>; runs: { steps: { run?: string; env?: Record<string, string> }[] } } =
  parse(read('action.yml'))

function flagsOf(name: string): Set<string> {
  const help = spawnSync(process.execPath, [command, name, '--help'], { encoding: 'utf8' })
  assert.equal(help.status, 0, `${name}: ${help.stderr}`)
  return new Set([...help.stdout.matchAll(/--[a-z-]+/g)].map(([flag]) => flag))
}

/** Every use of the command in a text, with the flags behind it. */
function usesIn(text: string): [string, string[]][] {
  const uses = text.matchAll(/mimi-conformance (run|merge|compare|init|list|explain) ([^\n]*)/g)
  return [...uses].map(([, name = '', rest = '']) => [
    name,
    [...rest.matchAll(/(?<= |^)--[a-z-]+/g)].map(([flag]) => flag),
  ])
}

describe('every command that is shown exists, with its flags', () => {
  const texts = { 'docs/ci.md': read('docs/ci.md'), 'ci/gitlab.yml': read('ci/gitlab.yml') }
  for (const [file, text] of Object.entries(texts))
    test(file, () => {
      const uses = usesIn(text)
      assert.ok(uses.length > 0)
      for (const [name, flags] of uses) for (const flag of flags) assert.ok(flagsOf(name).has(flag), `${name} ${flag}`)
    })
})

describe('action.yml', () => {
  const script = action.runs.steps.map(({ run = '' }) => run).join('\n')

  test('passes each input on, and only through the environment', () => {
    const passed = action.runs.steps.flatMap(({ env = {} }) => Object.values(env)).join()
    for (const input of Object.keys(action.inputs)) assert.ok(passed.includes(`\${{ inputs.${input} }}`), input)
    assert.doesNotMatch(script, /\$\{\{/)
  })

  test('is shell that parses, with flags that `run` has', () => {
    for (const { run } of action.runs.steps) {
      if (run === undefined) continue
      const { status, stderr } = spawnSync('bash', ['-n'], { input: run, encoding: 'utf8' })
      assert.equal(status, 0, stderr)
    }
    const flags = flagsOf('run')
    for (const [, flag = ''] of script.matchAll(/arguments\+?=\((?:run )?(--[a-z-]+)/g))
      assert.ok(flags.has(flag), flag)
  })

  test('runs as a job runs it: report, summary and exit code', () => {
    const step = action.runs.steps.find(({ run }) => run?.includes('GITHUB_STEP_SUMMARY'))
    assert.ok(step?.run)
    const stub = 'echo "$@" >&2; mkdir -p out; echo summary > out/report.md; exit 3'
    const setting = `
      d=$(mktemp -d); cd "$d"; export RUNNER_TEMP="$d" GITHUB_OUTPUT="$d/output" GITHUB_STEP_SUMMARY="$d/summary"
      mkdir -p mimi-conformance/node_modules/.bin
      printf '#!/bin/bash\\n%s\\n' '${stub}' > mimi-conformance/node_modules/.bin/mimi-conformance
      chmod +x mimi-conformance/node_modules/.bin/mimi-conformance
      export TARGET='a b.yaml' EDITION= ONLY=$'key-queue/*\\nKP-04' WAIVERS= SHARD=1/2 FORMATS=json OUT=out STRICT_PROFILE=true
      ( ${step.run} ); code=$?
      cat output summary; rm -rf "$d"; exit $code`
    const { status, stdout, stderr } = spawnSync('bash', ['-c', setting], { encoding: 'utf8' })
    assert.equal(status, 3, stderr)
    assert.equal(stdout, 'report=out/report.json\nsummary\n')
    assert.equal(
      stderr.trim(),
      'run --out out --format json --target a b.yaml --shard 1/2 --strict-profile --only key-queue/* --only KP-04',
    )
  })
})

test('the YAML that is shown parses, and names inputs that the action has', () => {
  const shown = blocks.filter(({ lang }) => lang === 'yaml').map(({ value }) => parse(value))
  assert.equal(shown.length, 3)
  const steps = shown.flatMap(({ jobs }) =>
    Object.values(jobs ?? {}).flatMap((job) => Reflect.get(Object(job), 'steps')),
  )
  const ours = steps.filter((step) => String(Reflect.get(Object(step), 'uses')).includes('mimi-conformance'))
  assert.ok(ours.length >= 2)
  for (const step of ours)
    for (const input of Object.keys(Reflect.get(Object(step), 'with'))) assert.ok(input in action.inputs, input)
})

test('the GitLab template leaves the report whatever the verdict', () => {
  const template = parse(read('ci/gitlab.yml'))
  assert.equal(template['mimi-conformance'].artifacts.when, 'always')
  assert.ok(template['mimi-conformance'].artifacts.reports.junit.startsWith(template.variables.MIMI_OUT))
})

test('the table of formats is the list of formats', () => {
  const rows = [...read('docs/ci.md').matchAll(/^\| `([a-z]+)` \| `/gm)].map(([, name]) => name)
  assert.equal(rows.join(', '), formatNames)
})

test('the image runs the suite as a user without rights', () => {
  const lines = read('ci/Dockerfile').split('\n')
  const entry = lines.findIndex((line) => line.startsWith('ENTRYPOINT'))
  assert.ok(lines.slice(0, entry).includes('USER node'))
})
