// The shapes of requirements and readings as zod schemas: what TypeScript cannot say of the catalogue's data.
import { z } from 'zod'
import { capabilities } from './capability.ts'
import { editionIds } from './edition-id.ts'
import { levels } from './requirement.ts'

const words = /^[a-z0-9]+(-[a-z0-9]+)*$/
const row = z
  .string()
  .regex(/^(AR|IP|BP|X5|ID|KQ|KP|GR|PR|CM|CT|JN|KV|FD|HX|PX|FR|LN|GI|RT|PL|CB|XC|DS)-\d{2}$|^KP-B\d$/)
/** The section of what a gateway is held to because its own target file declares it. */
const declared = 'target file'
const readingId = z.string().regex(/^A-\d{2}$/)
const sentence = z.string().regex(/^[A-Z0-9].*[.?]$/, 'expected whole sentences')

export const requirementSchema = z
  .strictObject({
    id: z.string().refine((id) => id.split('/').length === 2 && id.split('/').every((part) => words.test(part))),
    rows: z.array(row),
    binds: z.enum(['gateway', 'caller', 'operator']),
    needs: z.array(z.enum(capabilities)),
    text: sentence,
    observable: z.enum(['wire', 'wire-with-peer', 'clock', 'library', 'none']),
    why: sentence.optional(),
    noMutant: sentence.optional(),
    matters: sentence.optional(),
    readings: z.array(readingId).min(1).optional(),
    editions: z.array(z.enum(editionIds)).min(1).optional(),
    source: z
      .string()
      .regex(/^RFC \d+ section [\d.]+$/)
      .optional(),
    level: z.enum(levels),
    section: z.string().min(1),
    fingerprint: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/)
      .optional(),
  })
  .refine(({ observable, why }) => !['none', 'library'].includes(observable) || why !== undefined, {
    message: 'expected a reason why it cannot be observed over the wire',
    path: ['why'],
  })
  .refine(({ rows, section }) => rows.length > 0 || section === declared, {
    message: 'expected at least one row of the tables',
    path: ['rows'],
  })
  .refine(
    ({ level, fingerprint, section }) => level === 'PROFILE' || fingerprint !== undefined || section === declared,
    {
      message: 'expected a fingerprint: only a PROFILE level stands without a sentence of the draft',
      path: ['fingerprint'],
    },
  )

export const readingSchema = z.strictObject({
  id: readingId,
  where: z.string().min(1),
  problem: sentence,
  interpretation: sentence,
  reason: sentence,
  stance: z.enum(['hard', 'tolerant']),
})
