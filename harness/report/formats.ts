// The output formats by name: what each is called on the command line, its file, and how it is made.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigurationError } from '../configuration-error.ts'
import { suggestion } from '../nearest.ts'
import { renderBadgeJson, renderBadgeSvg } from './badge.ts'
import { renderCtrf } from './ctrf.ts'
import { renderEarl } from './earl.ts'
import { packExchanges } from './html/check.ts'
import { renderHtml } from './html/page.ts'
import { renderJson, writeLine } from './json.ts'
import { renderJunit } from './junit.ts'
import { renderMarkdown } from './markdown.ts'
import type { Report, StoredResult } from './model.ts'
import { renderSarif } from './sarif.ts'

export interface Format {
  readonly name: string
  /** What it is made of, by file name. */
  readonly files: Readonly<Record<string, (report: Report) => string | Buffer>>
  /** Makes ahead what of a result costs time, while others are still being found. */
  readonly prepare?: (result: StoredResult) => void
}

const formats: readonly Format[] = [
  { name: 'json', files: { 'report.json': renderJson }, prepare: writeLine },
  { name: 'html', files: { 'report.html': renderHtml }, prepare: packExchanges },
  { name: 'junit', files: { 'junit.xml': renderJunit } },
  { name: 'markdown', files: { 'report.md': renderMarkdown } },
  { name: 'sarif', files: { 'report.sarif': renderSarif } },
  { name: 'ctrf', files: { 'ctrf.json': renderCtrf } },
  { name: 'earl', files: { 'earl.jsonld': renderEarl } },
  { name: 'badge', files: { 'badge.json': renderBadgeJson, 'badge.svg': renderBadgeSvg } },
]

/** What `--format` takes, for help texts. */
export const formatNames = formats.map(({ name }) => name).join(', ')

export const defaultFormats = 'json,html,junit'

/** The formats of a list such as `json,html`; throws `ConfigurationError` for a name that is none. */
export function formatsOf(list: string): Format[] {
  const names = formats.map(({ name }) => name)
  const wanted = list.split(',').map((name) => name.trim())
  return [...new Set(wanted)].map((name) => {
    const format = formats.find((candidate) => candidate.name === name)
    if (format) return format
    const hint = suggestion(name, names)
    throw new ConfigurationError(
      `--format ${list}: expected ${names.join(', ')} or several of them with commas, found "${name}"${hint}`,
    )
  })
}

/** Writes the report in these formats into a folder, made if need be; resolves with the files' paths. */
export async function writeReport(report: Report, folder: string, wanted: readonly Format[]): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  return Promise.all(
    wanted
      .flatMap(({ files }) => Object.entries(files))
      .map(async ([file, render]) => {
        const path = join(folder, file)
        await writeFile(path, render(report))
        return path
      }),
  )
}
