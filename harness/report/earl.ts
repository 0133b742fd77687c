// The report in EARL (W3C Evaluation and Report Language) as JSON-LD: one assertion for each check.
import type { Verdict } from '../result.ts'
import type { Report, StoredResult } from './model.ts'
import { checkName, firstLine } from './words.ts'

const context = {
  earl: 'http://www.w3.org/ns/earl#',
  dct: 'http://purl.org/dc/terms/',
  doap: 'http://usefulinc.com/ns/doap#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** EARL knows five outcomes; which of ours is which is decided here. */
const outcomes: Readonly<Record<Verdict, string>> = {
  pass: 'earl:passed',
  fail: 'earl:failed',
  warn: 'earl:failed',
  deviation: 'earl:failed',
  inconclusive: 'earl:cantTell',
  error: 'earl:cantTell',
  'not-applicable': 'earl:inapplicable',
}

export function renderEarl(report: Report): string {
  const { suite, target } = report
  const assertor = `urn:mimi:suite:${encodeURIComponent(suite.name)}:${encodeURIComponent(suite.version)}`
  const subject = `urn:mimi:target:${encodeURIComponent(target.name)}:${encodeURIComponent(target.version)}`
  const untested = report.untested.map(({ edition, requirement, level, text, why }) => ({
    '@type': 'earl:Assertion',
    'earl:assertedBy': { '@id': assertor },
    'earl:subject': { '@id': subject },
    'earl:test': requirementNode({ edition, requirement, level, text }),
    'earl:mode': { '@id': 'earl:automatic' },
    'earl:result': {
      '@type': 'earl:TestResult',
      'earl:outcome': { '@id': 'earl:untested' },
      'dct:description': why,
    },
  }))
  const document = {
    '@context': context,
    '@graph': [
      {
        '@id': assertor,
        '@type': ['earl:Software', 'earl:Assertor'],
        'dct:title': suite.name,
        'doap:revision': suite.version,
      },
      { '@id': subject, '@type': 'earl:TestSubject', 'dct:title': target.name, 'doap:revision': target.version },
      ...report.results.map((result) => assertionOf(result, { assertor, subject, date: report.startedAt })),
      ...untested,
    ],
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

interface Frame {
  readonly assertor: string
  readonly subject: string
  readonly date: string
}

function assertionOf(result: StoredResult, { assertor, subject, date }: Frame) {
  const { verdict, mismatches, waived } = result
  const seen = mismatches.map(({ at, expected, actual }) => `${at}: expected ${expected}, was ${actual}`)
  return {
    '@type': 'earl:Assertion',
    'earl:assertedBy': { '@id': assertor },
    'earl:subject': { '@id': subject },
    'earl:test': { ...requirementNode(result), 'dct:identifier': checkName(result) },
    'earl:mode': { '@id': 'earl:automatic' },
    'earl:result': {
      '@type': 'earl:TestResult',
      'earl:outcome': { '@id': outcomes[verdict] },
      'earl:info': `${verdict}${waived ? ' (waived)' : ''}, level ${result.level}`,
      'dct:description': [firstLine(result.summary), ...seen].join('\n'),
      'dct:date': { '@type': 'xsd:dateTime', '@value': date },
    },
  }
}

function requirementNode({
  edition,
  requirement,
  text,
}: Pick<StoredResult, 'edition' | 'requirement' | 'level' | 'text'>) {
  return {
    '@id': `urn:mimi:requirement:${edition}:${encodeURIComponent(requirement)}`,
    '@type': 'earl:TestRequirement',
    'dct:title': requirement,
    'dct:description': text,
  }
}
