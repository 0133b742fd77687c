// Holds the documents to the data and to the files: readings, problem codes, operations, limits, links, commands.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { z } from 'zod'
import { defaultLimits } from '../reference/limits.ts'
import { editions } from '../spec/editions.ts'
import { forwarded, operationNames } from '../spec/operation.ts'
import { behaviours } from '../spec/profile/catalogue.ts'
import { problemStatus } from '../spec/profile/problems.ts'
import { readings } from '../spec/profile/readings.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const baseline = editions['2023-03-08'].operations
const lastPublic = editions['2023-03-17'].operations

describe('docs/readings.md', () => {
  test('has every reading as the data has it, in order', () => {
    const rows = tableRows(read('docs/readings.md')).filter(([id = '']) => /^A-\d/.test(id))
    assert.deepEqual(
      rows,
      readings.map(({ id, where, problem, interpretation, reason, stance }) => [
        ...[id, where, problem, `${interpretation} ${reason}`, stance],
      ]),
    )
  })
})

describe('docs/not-observable.md', () => {
  test('has every requirement that cannot be observed, with the reason, in order, and no other', () => {
    const everywhere = behaviours
      .filter(({ observable }) => observable === 'none' || observable === 'library')
      .map(({ id, text, why = '' }) => [`\`${id}\``, text, why])
    const inOneEdition = behaviours.flatMap(({ id, text, unseen = {} }) =>
      Object.entries(unseen).map(([edition, why]) => [`\`${id}\` in ${edition}`, text, why]),
    )
    assert.deepEqual(
      tableRows(read('docs/not-observable.md')).slice(1),
      [...everywhere, ...inOneEdition].toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)),
    )
  })
})

describe('docs/wire-profile.md', () => {
  const profile = read('docs/wire-profile.md')

  test('has every problem code with its status, and no other', () => {
    const written = tableRows(sectionOf(profile, '## 3. Errors')).slice(1)
    assert.deepEqual(
      written.map(([status, code = '']) => [code.replaceAll('`', ''), Number(status)]),
      Object.entries(problemStatus),
    )
  })

  test('has every operation with method, path, interfaces, success and levels, and no other', () => {
    const written = tableRows(sectionOf(profile, '## 4. Operations')).slice(1)
    assert.deepEqual(
      written,
      operationNames.map((name) => {
        const { method, path, interfaces, success } = lastPublic[name]
        const on = interfaces.map((one) => (one === 'internal' ? 'I' : 'E'))
        return [
          `[${name}](#${name.toLowerCase()})`,
          `\`${method} ${path}\``,
          (forwarded.includes(name) ? [...on, 'forwarded'] : on).join(', '),
          success.join(', '),
          `${baseline[name].level} / ${lastPublic[name].level}`,
        ]
      }),
    )
  })

  test('names every member of every input and answer under the operation', () => {
    const missing = [baseline, lastPublic].flatMap((operations) =>
      operationNames.flatMap((name) => {
        const { query, body, output } = operations[name]
        const section = withShared(profile, sectionOf(profile, `### ${name}`))
        return [query, body, output]
          .flatMap(membersOf)
          .filter((member) => !new RegExp(`\\b${member}\\b`).test(section))
          .map((member) => `${name}: ${member}`)
      }),
    )
    assert.deepEqual(missing, [])
  })

  test('marks exactly those members of an input as optional that may be absent', () => {
    for (const name of operationNames) {
      const { query, body } = lastPublic[name]
      const [, input = ''] = /^In: ([^.]*)\./m.exec(sectionOf(profile, `### ${name}`)) ?? []
      const optional = [...input.matchAll(/(\w+)\?/g)].map(([, member]) => member)
      assert.deepEqual(optional, [query, body].flatMap(optionalMembersOf), name)
    }
  })

  test('has every limit as the reference gateway keeps it', () => {
    const section = sectionOf(profile, '## 7. Limits')
    for (const [name, limit] of Object.entries(defaultLimits))
      assert.match(section, new RegExp(`\\b${limit.toLocaleString('en-US')}\\b`), name)
  })

  test('refers only to readings that exist', () => {
    const known = new Set<string>(readings.map(({ id }) => id))
    const used = [...profile.matchAll(/\bA-\d\d\b/g)].map(([id]) => id)
    assert.ok(used.length > 20)
    assert.deepEqual(
      used.filter((id) => !known.has(id)),
      [],
    )
  })
})

describe('documents', () => {
  const nested = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  const documents = ['README.md', 'CONTRIBUTING.md', ...nested.map((file) => join('docs', file))]

  for (const document of documents.filter((file) => file.endsWith('.md')))
    test(`${document} links only to files and headings that are there`, () => {
      assert.deepEqual(
        linksOf(fromMarkdown(read(document))).filter((link) => isBroken(document, link)),
        [],
      )
    })

  test('every command that they name is a command of bin', () => {
    const text = documents
      .filter((file) => file.endsWith('.md'))
      .map(read)
      .join('\n')
    const named = new Set([...text.matchAll(/npx mimi-conformance\s+([a-z]+)/g)].map(([, name]) => name))
    assert.ok(named.size > 0)
    assert.deepEqual(
      [...named].filter((name) => !existsSync(join(root, `bin/commands/${name}.ts`))),
      [],
    )
  })

  test('every requirement that the documents name exists', () => {
    const requirements = Object.values(editions).flatMap((edition) => edition.requirements)
    const ids = new Set<string>(requirements.map(({ id }) => id))
    const areas = new Set(requirements.map(({ id }) => id.split('/')[0]))
    const named = [...read('docs/scope.md').matchAll(/`([a-z0-9-]+)\/([a-z0-9-]+)`/g)]
    assert.deepEqual(
      named.filter(([, area]) => areas.has(area)).filter(([, area, slug]) => !ids.has(`${area}/${slug}`)),
      [],
    )
  })
})

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** The text under a heading up to the next one of its rank or above; fails where the heading is not there. */
function sectionOf(text: string, heading: string): string {
  const lines = text.split('\n')
  const start = lines.indexOf(heading)
  assert.ok(start >= 0, `no heading ${heading}`)
  const rank = heading.indexOf(' ')
  const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= rank)
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n')
}

/** A section, and after it those it refers to for members that several operations have. */
function withShared(profile: string, section: string): string {
  const shared = ['findClients', 'ApplicationConfiguration'].filter((name) => section.includes(name))
  return [section, ...shared.map((name) => sectionOf(profile, `### ${name}`))].join('\n')
}

/** The cells of all table rows, the dividing ones left out. */
function tableRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
}

/** Names of the members of an object, of what its lists hold, and of a codec's wire side. */
function membersOf(schema: unknown): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return membersOf(schema.unwrap())
  if (schema instanceof z.ZodArray) return membersOf(schema.element)
  if (schema instanceof z.ZodCodec) return membersOf(schema.in)
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([name, member]) => [name, ...membersOf(member)])
}

function optionalMembersOf(schema: unknown): string[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([name, member]) => (member instanceof z.ZodOptional ? [name] : []))
}

type Root = ReturnType<typeof fromMarkdown>

/** Where the links, images and definitions of a document lead. */
function linksOf(node: Root | Root['children'][number]): string[] {
  const url = 'url' in node && typeof node.url === 'string' ? [node.url] : []
  return 'children' in node ? [...url, ...node.children.flatMap(linksOf)] : url
}

/** Whether a link within the project leads to nothing; links to elsewhere are not followed. */
function isBroken(document: string, link: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return false
  const [path = '', anchor] = link.split('#')
  const file = path === '' ? join(root, document) : resolve(root, dirname(document), decodeURIComponent(path))
  if (!existsSync(file)) return true
  return anchor !== undefined && file.endsWith('.md') && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor)
}

/** Anchors of the headings, as code hosts make them. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
