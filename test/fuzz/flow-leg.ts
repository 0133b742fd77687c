// Two legs in one way: real stories run against a gateway, and beside each of their requests come changed ones.
import { isDeepStrictEqual } from 'node:util'
import { againstReference } from '../../bin/in-process.ts'
import { appliesTo, execute } from '../../harness/execute.ts'
import { loadScenarios } from '../../harness/load.ts'
import type { GatewayRequest, GatewayResponse, Parts } from '../../reference/gateway.ts'
import type { LogEntry } from '../../reference/log.ts'
import { editionIds } from '../../spec/edition.ts'
import type { InterfaceName } from '../../spec/operation.ts'
import { changeRequest, objectsIn } from './change-request.ts'
import { type Finding, faultOf, timed } from './finding.ts'
import { drawRecipes } from './recipe.ts'

export interface LegOptions {
  readonly seed: number
  /** About how many inputs. */
  readonly inputs: number
  /** Told of each input before it is given to the gateway. */
  begin(input: unknown): void
  found(finding: Finding): void
}

/** How often each answer was given: by refusal code, or by status. */
export type Tally = Record<string, number>

/** Stories of one domain that between them use every operation, with every kind of MLS object. */
const stories = [
  ...['journey/first-message', 'journey/evolution', 'journey/external-join', 'journey/racing-commits'],
  ...['commits/referenced-proposals-kept', 'commits/external-commit', 'commits/welcome-for-each-added'],
  ...['client-editing/tags-added-and-removed', 'client-deletion/nothing-remains', 'key-queue/deletion-frees'],
]
/** About how many requests of these stories, in both editions, are changed; the share of each follows from it. */
const requestsOf = { structured: 240, mls: 75 }

/**
 * `structured` changes requests as a whole, after the real one has been answered, since what is accepted changes the
 * story; `mls` changes the MLS objects in a body, before it, so that they meet the checks that the real ones pass.
 */
export async function flowLeg(leg: 'structured' | 'mls', options: LegOptions): Promise<Tally> {
  const tally: Tally = {}
  const scenarios = (await loadScenarios()).filter(({ name }) => stories.includes(name))
  if (scenarios.length !== stories.length) throw new Error('a story is not there any more')
  let requests = 0
  for (const edition of editionIds) {
    const seen: Uint8Array[] = []
    const alter = (parts: Parts): Parts => {
      const disturb = async (whole: Parts, on: InterfaceName, request: GatewayRequest): Promise<void> => {
        const number = requests++
        try {
          for (const changed of changesOf(leg, { request, seen }, { ...options, number }))
            await attempt(leg, { options, tally, on, changed, answer: () => parts.respond(whole, on, changed) })
        } catch (reason) {
          // A story would take this for a gateway that is gone, and end early without a word.
          const input = { on, ...request, body: Buffer.from(request.body).toString('base64') }
          options.found({ what: `thrown at changes of request ${number}: ${reason}`, leg, seed: options.seed, input })
        }
      }
      return {
        ...parts,
        respond: async (whole, on, request) => {
          seen.push(...objectsIn(request.body))
          if (leg === 'mls') await disturb(whole, on, request)
          const answer = await parts.respond(whole, on, request)
          if (leg === 'structured') await disturb(whole, on, request)
          return answer
        },
      }
    }
    const log = (entry: LogEntry) => {
      if (entry.event !== 'defect') return
      options.found({ what: entry.reason, leg, seed: options.seed, input: 'that of the finding with status 500' })
    }
    const { execution, close } = againstReference(edition, { alter, log, seed: options.seed })
    for (const loaded of scenarios) if (appliesTo(loaded, execution.edition)) await execute(loaded, execution)
    await close()
  }
  return tally
}

/** The changed forms of a request that are not the request itself. */
function changesOf(
  leg: 'structured' | 'mls',
  { request, seen }: { readonly request: GatewayRequest; readonly seen: readonly Uint8Array[] },
  { seed, number, inputs }: Pick<LegOptions, 'seed' | 'inputs'> & { readonly number: number },
): GatewayRequest[] {
  if (leg === 'mls' && objectsIn(request.body).length === 0) return []
  return drawRecipes(leg, seed * 100_003 + number, Math.ceil(inputs / requestsOf[leg]))
    .map((recipes) => recipes.reduce((before, recipe) => changeRequest(before, recipe, seen), request))
    .filter(
      (changed) => !isDeepStrictEqual({ ...changed, body: [...changed.body] }, { ...request, body: [...request.body] }),
    )
}

interface Attempt {
  readonly options: LegOptions
  readonly tally: Tally
  readonly on: InterfaceName
  readonly changed: GatewayRequest
  answer(): Promise<GatewayResponse>
}

async function attempt(leg: 'structured' | 'mls', { options, tally, on, changed, answer }: Attempt): Promise<void> {
  const input = { on, ...changed, body: Buffer.from(changed.body).toString('base64') }
  options.begin(input)
  const { value, fault } = await timed(answer)
  const kind = value.about?.code ?? String(value.status)
  tally[kind] = (tally[kind] ?? 0) + 1
  const what = faultOf(value) ?? fault
  if (what !== undefined) options.found({ what, leg, seed: options.seed, input })
}
