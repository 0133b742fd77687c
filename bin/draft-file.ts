// Reads a draft's text from a file for the commands of `spec`, or says in one line why it cannot be read.
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { Draft } from '../draft/model.ts'
import { ConfigurationError } from '../harness/configuration-error.ts'
import type { DraftAnswer } from './draft-worker.ts'

const mostBytes = 4 * 1024 * 1024
const mostMs = 30_000
const mostMegabytes = 1024

/** The Internet-Draft in a file; throws `ConfigurationError` for anything else. */
export async function readDraftFile(path: string): Promise<Draft> {
  const answer = await readApart(await textAt(path))
  if ('draft' in answer) return answer.draft
  throw refused(path, answer.refused)
}

/** Reads on another thread: a text that takes more time or memory than any draft does is given up. */
async function readApart(text: string): Promise<DraftAnswer> {
  const worker = new Worker(new URL('draft-worker.js', import.meta.url), {
    workerData: text,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), mostMs)
  try {
    const [answer] = await once(worker, 'message', { signal: late.signal })
    return answer
  } catch (error) {
    if (late.signal.aborted) return { refused: `it takes longer than ${mostMs / 1000} s to read` }
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      return { refused: `it takes more than ${mostMegabytes} MB of memory to read` }
    }
    throw error
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

async function textAt(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw refused(path, 'there is no such file')
  if (!found.isFile()) throw refused(path, 'this is no file')
  if (found.size > mostBytes) throw refused(path, `it has ${found.size} bytes, more than ${mostBytes}`)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
    if (!text.includes('\0')) return text
  } catch {
    throw refused(path, 'it cannot be read as UTF-8')
  }
  throw refused(path, 'it is binary')
}

function refused(path: string, why: string): ConfigurationError {
  return new ConfigurationError(
    `${path}: expected an Internet-Draft (kramdown-rfc Markdown, RFC XML or plain text), ${why}`,
  )
}
