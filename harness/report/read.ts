// Reads a report that was written earlier: a report.json, or the folder that has one.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigurationError } from '../configuration-error.ts'
import { type Report, report } from './model.ts'

/** The report at a path; throws `ConfigurationError` where there is none, or none of this kind. */
export async function readReport(path: string): Promise<Report> {
  const file = await fileAt(path)
  let content: unknown
  try {
    content = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const found = missing ? 'there is none' : 'it cannot be read as JSON'
    throw new ConfigurationError(`${file}: expected a report.json of mimi-conformance, ${found}`)
  }
  const checked = report.safeParse(content)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  const where = issue?.path.map(String).join('.') || 'the whole'
  throw new ConfigurationError(
    `${file}: expected a report.json of mimi-conformance (schemaVersion 1); ${where}: ${issue?.message ?? 'not as expected'}`,
  )
}

async function fileAt(path: string): Promise<string> {
  try {
    return (await stat(path)).isDirectory() ? join(path, 'report.json') : path
  } catch {
    return path
  }
}
