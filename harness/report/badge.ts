// The report as a badge: JSON for badge endpoints (shields.io's schema), and the same as an SVG of our own.
import { levels } from '../../spec/requirement.ts'
import { exitCode } from '../report.ts'
import { markup } from './markup.ts'
import type { Report } from './model.ts'

interface Badge {
  readonly message: string
  readonly color: 'brightgreen' | 'red' | 'lightgrey'
}

const label = 'MIMI conformance'

/**
 * Counts, never a percentage: how many of the tested binding requirements pass, and how many are untested; no green for
 * a run that left anything undecided or was cut short.
 */
function badgeOf(report: Report): Badge {
  const code = exitCode(report)
  const binding = levels.filter((level) => level === 'MUST' || level === 'STEP')
  const tallies = report.editions.flatMap((edition) =>
    binding.flatMap((level) => report.totals[edition]?.[level] ?? []),
  )
  const sum = (...keys: (keyof (typeof tallies)[number])[]) =>
    tallies.reduce((total, tally) => total + keys.reduce((part, key) => part + tally[key], 0), 0)
  const tested = sum('pass', 'fail', 'warn', 'deviation', 'inconclusive', 'error')
  const counts = `${sum('pass')} of ${tested} pass, ${sum('untested')} untested`
  if (code === 1) return { message: `failing, ${counts}`, color: 'red' }
  if (code !== 0) return { message: `no verdict, ${counts}`, color: 'lightgrey' }
  return { message: counts, color: 'brightgreen' }
}

export function renderBadgeJson(report: Report): string {
  const { message, color } = badgeOf(report)
  return `${JSON.stringify({ schemaVersion: 1, label, message, color, isError: color === 'red' })}\n`
}

const fills: Readonly<Record<Badge['color'], string>> = { brightgreen: '#2d7d32', red: '#b3261e', lightgrey: '#5f6368' }
/** Width of a character of the font below at 11 px, rounded up. */
const characterWidth = 7
const padding = 8

export function renderBadgeSvg(report: Report): string {
  const { message, color } = badgeOf(report)
  const [left, right] = [label, message].map((text) => text.length * characterWidth + 2 * padding)
  const [leftWidth = 0, rightWidth = 0] = [left, right]
  const width = leftWidth + rightWidth
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${label}: ${message}">
<title>${label}: ${message}</title>
<rect width="${width}" height="20" rx="3" fill="#3c4043"/>
<path d="M${leftWidth} 0h${rightWidth - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1 -3 3h-${rightWidth - 3}z" fill="${fills[color]}"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
<text x="${padding}" y="14" textLength="${leftWidth - 2 * padding}">${label}</text>
<text x="${leftWidth + padding}" y="14" textLength="${rightWidth - 2 * padding}">${message}</text>
</g></svg>
`.text
}
