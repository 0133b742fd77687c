// What a worker may ask of the links in the parent process: one order a request, JSON both ways.
import { z } from 'zod'
import { editionIds } from '../../spec/edition.ts'
import { base64 } from '../../spec/wire.ts'

const headers = z.array(z.tuple([z.string(), z.string()]).readonly()).readonly()
const response = z.object({ status: z.int(), headers, body: base64 })

/** What passed, as the control port answers. */
export const storedPassages = z.array(
  z.object({
    from: z.string(),
    to: z.string(),
    request: z.object({ method: z.string(), target: z.string(), headers, body: base64 }),
    response: z.exactOptional(response),
    lost: z.exactOptional(z.string()),
    again: z.exactOptional(response),
    atMs: z.number(),
    durationMs: z.number(),
  }),
)

const faults = z.object({
  cut: z.boolean().optional(),
  delayMs: z.tuple([z.number(), z.number()]).readonly().optional(),
  losesRequests: z.number().optional(),
  losesAnswers: z.number().optional(),
  duplicates: z.number().optional(),
})
const edition = z.enum(editionIds)
const appId = z.string().min(1)
const ends = z.object({ edition, from: z.string(), to: z.string() })
const place = z.object({ edition, domain: z.string() })

export const order = z.discriminatedUnion('do', [
  z.object({ do: z.literal('disturb'), ends, appId, faults }),
  z.object({ do: z.literal('heal'), ends, appId }),
  z.object({ do: z.literal('forget'), ends, appId }),
  z.object({ do: z.literal('passages'), ends, appId: z.string() }),
  z.object({
    do: z.literal('play'),
    place,
    appId,
    url: z.url(),
    lists: z.union([z.array(z.unknown()), z.literal('itself')]),
  }),
  z.object({ do: z.literal('leave'), place, appId }),
])
export type Order = z.infer<typeof order>
