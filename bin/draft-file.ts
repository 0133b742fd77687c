// Reads a draft's text from a file for the commands of `spec`, or says in one line why it cannot be read.
import { readFile, stat } from 'node:fs/promises'
import type { Draft } from '../draft/model.ts'
import { NoDraft, readDraft } from '../draft/read.ts'
import { ConfigurationError } from '../harness/configuration-error.ts'

const mostBytes = 4 * 1024 * 1024

/** The Internet-Draft in a file; throws `ConfigurationError` for anything else. */
export async function readDraftFile(path: string): Promise<Draft> {
  const text = await textAt(path)
  try {
    return readDraft(text)
  } catch (error) {
    if (error instanceof NoDraft) throw refused(path, error.message)
    throw error
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
  return new ConfigurationError(`${path}: expected an Internet-Draft in kramdown-rfc Markdown, ${why}`)
}
