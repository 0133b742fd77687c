// Reads about another domain: which gateway answers them, and its answer passed on as it is, key packages validated first
// (2023-03-17 sections client-discovery and key-package-retrieval; wire profile, section 6).
import { MlsRejection } from '../../mls/rejection.ts'
import type { OperationOutputs } from '../../spec/operation.ts'
import { mlsRules } from '../editions/mls-rules.ts'
import type { Answer } from '../http/answer.ts'
import { readKeyPackage } from '../identity/key-package.ts'
import type { Call, Parts } from '../parts.ts'
import { foldDomain } from './domains.ts'
import { failed } from './links.ts'
import type { Peer } from './peers.ts'

type PassedName = 'findClients' | 'retrieveKeyPackage'

interface Passed<N extends PassedName> {
  readonly answer: Answer<never>
  /** What the answer says; absent for HEAD. */
  readonly output: OperationOutputs[N] | undefined
}

export interface Passing {
  /** Refuses the absence of a domain, as `missing-domain`, where the application federates and the edition asks for it. */
  checkGiven(parts: Parts, call: Call<PassedName>): void
  /** The gateway that has to answer; undefined where this one does. Refuses every domain that leads nowhere. */
  destination(parts: Parts, call: Call<PassedName>): Peer | undefined
  /** Puts the request to the peer as it came; refuses the peer's failures and its garbage. */
  pass<N extends PassedName>(parts: Parts, peer: Peer, from: { name: N; call: Call<N> }): Promise<Passed<N>>
  /** Refuses, as `peer-failed`, a key package that is not valid, not what was asked for, or of another domain. */
  checkKeyPackage(parts: Parts, call: Call<'retrieveKeyPackage'>, message: Uint8Array): Promise<void>
  isOfDomain(domain: string | undefined, asked: string): boolean
}

/** `isDomainRequired` says whether the edition has callers of federating applications name a domain. */
export function createPassing(isDomainRequired: boolean): Passing {
  return {
    checkGiven({ domains }, { application, caller, input: { domain } }) {
      const asks = isDomainRequired && caller.kind === 'application-server' && application.federatesWith.size > 0
      if (asks) domains.checkSaid(domain)
    },
    destination(parts, call) {
      const { domains, peers } = parts
      const { domain } = call.input
      this.checkGiven(parts, call)
      // A gateway answers gateways for itself alone: it asks nobody on their behalf.
      if (call.caller.kind === 'peer') domains.checkOwn(domain)
      return domain === undefined || domains.isOwn(domain) ? undefined : peers.find(call.application, domain)
    },
    async pass(parts, peer, { name, call }) {
      const { agreements, http, links } = parts
      await agreements.check(parts, peer, call.application)
      const request = { method: call.peek ? 'HEAD' : 'GET', target: http.originForm(call.request.target) } as const
      const answer = await links.get(parts, peer, request)
      if (call.peek) return { answer: { status: 200 }, output: undefined }
      return { answer: { status: 200, body: answer.body }, output: links.outputOf(parts, name, answer) }
    },
    async checkKeyPackage(parts, { application, input }, message) {
      const { protocolVersion, cipherSuite, domain: asked = '' } = input
      const rules = mlsRules(parts, application)
      try {
        const { name } = await readKeyPackage(message, { protocolVersion, cipherSuite }, rules)
        if (!this.isOfDomain(name.domain, asked)) throw failed('gave a key package of another domain')
      } catch (reason) {
        if (reason instanceof MlsRejection) throw failed('gave a key package that is not valid')
        throw reason
      }
    },
    isOfDomain(domain, asked) {
      return domain === undefined || domain === foldDomain(asked)
    },
  }
}
