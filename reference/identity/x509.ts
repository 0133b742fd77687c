// The X.509 identity provider: a client is whom its chain of certificates names (2023-03-17 section x509-identity-provider).
import { z } from 'zod'
import { withoutNamed } from '../../mls/checks/check.ts'
import type { LeafIdentity } from '../../mls/identity.ts'
import { MlsRejection } from '../../mls/rejection.ts'
import { supportedSuites } from '../../mls/suite.ts'
import { type Certificate, parseCertificate } from '../../mls/x509/certificate.ts'
import { type ValidPath, validatePath } from '../../mls/x509/certificate-path.ts'
import { allPathChecks } from '../../mls/x509/checks/all.ts'
import type { PathCheck } from '../../mls/x509/checks/path-check.ts'
import { samePublicKey } from '../../mls/x509/leaf-key.ts'
import {
  accountHandle,
  type CommonNameCheck,
  clientHandle,
  commonNameChecks,
  domainName,
  type HandleForm,
  type Presented,
} from '../../mls/x509/names.ts'
import {
  type ParameterRule,
  parameterRules,
  readX509Parameters,
  type X509Parameters,
} from '../../mls/x509/parameters.ts'
import type { IdentityConfiguration } from '../../spec/operation.ts'
import { base64 } from '../../spec/wire.ts'
import { type Clock, unixSeconds } from '../clock.ts'
import { foldDomain } from '../federation/domains.ts'
import { Refusal } from '../refusal.ts'
import type { HandleRule } from './handle.ts'
import type { IdentityProvider, Judgement } from './provider.ts'

const x509Credential = 2

/** What the editions do differently. */
export interface X509Form {
  /** The member of `parameters` with the range of the device handle. */
  readonly rangeMember: 'client_handle_range' | 'device_handle_range'
  readonly handle: HandleForm
}

export interface X509Context {
  readonly clock: Clock
  /** Which handles the edition's wire can carry. */
  readonly handleRule: HandleRule
  readonly form: X509Form
}

export interface X509Provider extends IdentityProvider {
  readonly pathChecks: readonly PathCheck[]
  /** Rules on the common names that something is read from. */
  readonly nameChecks: readonly CommonNameCheck[]
  readonly parameterRules: readonly ParameterRule[]
  parametersOf(configuration: IdentityConfiguration): X509Parameters
  /** The application's roots. */
  anchorsOf(configuration: IdentityConfiguration): readonly Certificate[]
  /** The chain as it was validated; throws an MlsRejection for every other chain. */
  pathOf(configuration: IdentityConfiguration, identity: LeafIdentity, judgement: Judgement): ValidPath
  /** Refuses a leaf whose key is not that of its first certificate (RFC 9420 section 5.3). */
  checkLeafKey(path: ValidPath, identity: LeafIdentity): void
  handleOf(presented: Presented, parameters: X509Parameters): Uint8Array
  /** Undefined where there are no accounts. */
  accountOf(presented: Presented, parameters: X509Parameters): string | undefined
  /** Folded; undefined where there are no domains. */
  domainOf(presented: Presented, parameters: X509Parameters): string | undefined
}

/** Makes the provider; the time that certificates are judged by is that of receipt, on this clock. */
export function x509Provider({ clock, handleRule, form }: X509Context): X509Provider {
  const anchorsRead = new WeakMap<IdentityConfiguration, readonly Certificate[]>()
  return {
    type: 2,
    pathChecks: allPathChecks,
    nameChecks: commonNameChecks,
    parameterRules,
    parametersOf({ parameters: given, ...flags }) {
      const raw = { ...given, device_handle_range: given[form.rangeMember] }
      const { parameters, problems } = readX509Parameters(raw, flags, this.parameterRules)
      if (parameters !== undefined) return parameters
      const [problem] = problems
      const member = problem?.member.replace('device_handle_range', form.rangeMember)
      throw invalid(`${member}: expected ${problem?.expected}; found ${problem?.found}.`)
    },
    anchorsOf(configuration) {
      const known = anchorsRead.get(configuration) ?? readAnchors(configuration)
      anchorsRead.set(configuration, known)
      return known
    },
    checkConfiguration(configuration) {
      this.parametersOf(configuration)
      this.anchorsOf(configuration)
    },
    pathOf(configuration, { certificates }, { byClock }) {
      if (certificates === undefined) throw credentialProblem('expected an x509 credential')
      return validatePath(certificates, {
        anchors: this.anchorsOf(configuration),
        at: unixSeconds(clock),
        checks: byClock ? this.pathChecks : withoutNamed(this.pathChecks, 'validity'),
      })
    },
    checkLeafKey({ leaf }, { signatureKey }) {
      // The leaf's own signature has shown that the key is one for the suite of its group or queue.
      if (supportedSuites.some((suite) => samePublicKey(leaf, signatureKey, suite))) return
      throw credentialProblem('expected the key of the first certificate; found another', 'X5-28')
    },
    handleOf(presented, parameters) {
      return new TextEncoder().encode(
        clientHandle(presented, parameters, { form: form.handle, checks: this.nameChecks }),
      )
    },
    accountOf(presented, parameters) {
      return accountHandle(presented, parameters, this.nameChecks)
    },
    domainOf(presented, parameters) {
      const domain = domainName(presented, parameters, this.nameChecks)
      return domain === undefined ? undefined : foldDomain(domain)
    },
    rules(configuration, judgement = { byClock: true }) {
      const provider = this
      const parameters = provider.parametersOf(configuration)
      return {
        supportedCredentials: [x509Credential],
        validate(identity) {
          const path = provider.pathOf(configuration, identity, judgement)
          provider.checkLeafKey(path, identity)
          const problem = handleRule(provider.handleOf(path, parameters))
          if (problem !== undefined) throw credentialProblem(problem)
          // Whoever has no account or domain that can be told is nobody, also where the handle says nothing of it.
          provider.accountOf(path, parameters)
          provider.domainOf(path, parameters)
        },
        clientHandle({ certificates = [] }) {
          const presented = { presented: certificates.map(parseCertificate) }
          const domain = provider.domainOf(presented, parameters)
          return provider.identifierOf(configuration, { handle: provider.handleOf(presented, parameters), domain })
        },
        validSuccessor(predecessor, successor) {
          return Buffer.compare(this.clientHandle(predecessor), this.clientHandle(successor)) === 0
        },
      }
    },
    /** No common name holds an `@`, and no domain does, so that both can be told apart again. */
    identifierOf(_, { handle, domain }) {
      return domain === undefined ? handle : new Uint8Array(Buffer.concat([handle, Buffer.from(`@${domain}`)]))
    },
    nameOf({ supportsDomains }, identifier) {
      const text = Buffer.from(identifier)
      const at = supportsDomains ? text.lastIndexOf('@') : -1
      if (at < 0) return { handle: identifier, domain: undefined }
      return { handle: new Uint8Array(text.subarray(0, at)), domain: text.subarray(at + 1).toString() }
    },
  }
}

/** Who has identity providers; with something replaced in that of X.509. */
export function replaceX509<P extends { readonly applications: { readonly providers: readonly IdentityProvider[] } }>(
  parts: P,
  change: (provider: X509Provider) => Partial<X509Provider>,
): P {
  const providers = parts.applications.providers.map((provider) =>
    isX509(provider) ? { ...provider, ...change(provider) } : provider,
  )
  return { ...parts, applications: { ...parts.applications, providers } }
}

function isX509(provider: IdentityProvider): provider is X509Provider {
  return 'pathChecks' in provider
}

function readAnchors({ parameters }: IdentityConfiguration): readonly Certificate[] {
  const anchors = z.safeDecode(z.array(base64).min(1), parameters['trust_anchors'] as string[])
  if (!anchors.success) throw invalid('trust_anchors: expected certificates, each as Base64 of its DER.')
  return anchors.data.map((der) => {
    try {
      return parseCertificate(der)
    } catch (reason) {
      if (reason instanceof MlsRejection) throw invalid(`trust_anchors: ${reason.message}.`)
      throw reason
    }
  })
}

function invalid(detail: string): Refusal {
  return new Refusal('invalid-configuration', detail)
}

function credentialProblem(message: string, row = 'LN-01'): MlsRejection {
  return new MlsRejection('invalid-key-package', { row, section: '9420 section 5.3' }, message)
}
