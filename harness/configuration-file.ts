// Reads a YAML or JSON file that a person wrote and checks it; what is wrong is said with file, line, path and expectation.
import { readFile } from 'node:fs/promises'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { ConfigurationError } from './configuration-error.ts'
import { suggestion } from './nearest.ts'

/** What is wrong at one place of a configuration file. */
export interface Complaint {
  readonly path: readonly PropertyKey[]
  /** For example `expected a port from 1 to 65535, found 70000`. */
  readonly text: string
}

export interface ConfigurationFile<T> {
  readonly value: T
  /** The error for a complaint that only a comparison of several members shows. */
  complain(complaint: Complaint): ConfigurationError
}

/**
 * The checked content of a file; `what` names its kind in messages, for example `target file`.
 * Throws `ConfigurationError` where the file is missing, is not YAML or JSON, or is not what the schema asks for.
 */
export async function readConfiguration<S extends z.ZodType>(
  path: string,
  what: string,
  schema: S,
): Promise<ConfigurationFile<z.infer<S>>> {
  const lines = new LineCounter()
  const document = parseDocument(await textOf(path, what), { lineCounter: lines, prettyErrors: false })
  const [syntax] = document.errors
  if (syntax) {
    const { line, col } = lines.linePos(syntax.pos[0])
    throw new ConfigurationError(`${path}:${line}:${col}: not a valid YAML or JSON file: ${syntax.message}`)
  }
  const complain = ({ path: place, text }: Complaint, others = 0): ConfigurationError => {
    const node = place.length > 0 ? document.getIn(place, true) : undefined
    const start = typeof node === 'object' && node !== null ? Reflect.get(node, 'range')?.[0] : undefined
    const at = typeof start === 'number' ? `${path}:${lines.linePos(start).line}` : path
    const more = others > 0 ? ` (and ${others} more problem${others > 1 ? 's' : ''} in this file)` : ''
    return new ConfigurationError(`${at}: ${place.length > 0 ? `${placeText(place)}: ` : ''}${text}${more}`)
  }
  const content: unknown = document.toJS()
  const checked = schema.safeParse(content)
  if (checked.success) return { value: checked.data, complain }
  const [issue, ...others] = checked.error.issues
  throw issue ? complain(complaintOf(issue, content, schema), others.length) : new ConfigurationError(path)
}

async function textOf(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const reasons: Record<string, string> = {
      ENOENT: 'no such file',
      EISDIR: 'this is a folder, a file was expected',
      EACCES: 'the file may not be read',
    }
    throw new ConfigurationError(`${path}: ${reasons[String(code)] ?? 'the file cannot be read'} (${what})`)
  }
}

function placeText(place: readonly PropertyKey[]): string {
  return place
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('')
}

function complaintOf(issue: z.core.$ZodIssue, content: unknown, schema: z.ZodType): Complaint {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const hint = suggestion(key, membersOf(z.toJSONSchema(schema, { unrepresentable: 'any' })))
    return { path: [...path, key], text: `no such member is known here${hint || '; remove it'}` }
  }
  const value = path.reduce<unknown>((at, step) => (isRecord(at) ? Reflect.get(at, step) : undefined), content)
  const found = value === undefined ? 'nothing is there' : `found ${shown(value)}`
  const expectation = issue.message.replace(/^(?:Invalid input|Invalid option|Too small|Too big): /, '')
  const hint =
    issue.code === 'invalid_value' && typeof value === 'string' ? suggestion(value, issue.values.map(String)) : ''
  return { path, text: `${expectation.replace(/, received .*$/, '')}, ${found}${hint}` }
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function membersOf(schema: unknown): string[] {
  if (!isRecord(schema)) return []
  const own = 'properties' in schema && isRecord(schema.properties) ? Object.keys(schema.properties) : []
  return [...own, ...Object.values(schema).flatMap(membersOf)]
}
