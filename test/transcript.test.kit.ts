// Runs the console transcripts of a document as they are written, and compares what the commands say with what it shows.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** A command with what the document shows of its output; absent where it shows nothing. */
interface Step {
  readonly command: string
  readonly shown: string | undefined
  readonly exitCode: number
  readonly line: number
}

/**
 * Runs every command of the `console` blocks of a document in a folder, in order; other blocks whose info string names a
 * file (```yaml my-gateway.yaml) are written to it. `[exit code N]` behind an output says that it is not 0, `…` on a line
 * of its own stands for lines that are left out. Durations are not compared, nor how
 * many checks a run has: of a count it matters whether it is 0.
 */
export async function followTranscript(document: string, folder: string): Promise<void> {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const blocks = fromMarkdown(readFileSync(join(root, document), 'utf8')).children
  for (const block of blocks) {
    if (block.type !== 'code') continue
    const at = block.position?.start.line ?? 0
    if (block.lang === 'console') {
      for (const step of stepsOf(block.value, at)) await follow(step, { document, folder })
    } else if (block.meta) await writeFile(join(folder, block.meta), `${block.value}\n`)
  }
}

function stepsOf(text: string, firstLine: number): Step[] {
  const steps: { command: string; output: string[]; line: number }[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('$ ')) steps.push({ command: line.slice(2), output: [], line: firstLine + index + 1 })
    else steps.at(-1)?.output.push(line)
  }
  return steps.map(({ command, output, line }) => {
    const [, code] = /^\[exit code (\d+)\]$/.exec(output.at(-1) ?? '') ?? []
    const shown = code === undefined ? output : output.slice(0, -1)
    return { command, line, exitCode: Number(code ?? 0), shown: shown.length > 0 ? shown.join('\n') : undefined }
  })
}

async function follow(step: Step, place: { readonly document: string; readonly folder: string }): Promise<void> {
  const { code, stdout, stderr } = await run(step.command, place.folder)
  const where = `${place.document}:${step.line}: ${step.command}`
  assert.equal(code, step.exitCode, `${where}\n${stdout}${stderr}`)
  if (step.shown === undefined) return
  const said = comparable(stdout === '' ? stderr : stdout)
  const pattern = comparable(step.shown)
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\n)*?' : `${escaped(line)}\n`))
    .join('')
  assert.match(`${said}\n`, new RegExp(`^${pattern}$`), `${where} said:\n${said}`)
}

function comparable(text: string): string {
  return text
    .replace(/\d+(?:\.\d+)? (?:ms|s)\b|\d+ min \d+ s/g, '# s')
    .replace(/\b[1-9]\d* checks\b|(?<=Untested: )[1-9]\d*/g, '# checks')
    .replace(/^ +(?:MUST|STEP|SHOULD|MAY|PROFILE|all)(?: +\d+)+$/gm, withoutCounts)
    .replace(/[ \t]+$/gm, '')
    .trimEnd()
}

/** A line of the table of verdicts, with `#` for every count but 0. */
function withoutCounts(line: string): string {
  return line.replace(/\b[1-9]\d*\b/g, '#').replace(/ +/g, ' ')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
}

function run(command: string, cwd: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  // npm tells its version of itself to what it runs; a transcript begins without.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))
  const child = spawn('bash', ['-c', command], { cwd, env: { ...env, NO_COLOR: '1', GITHUB_ACTIONS: '' } })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
