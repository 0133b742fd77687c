// Makes gateways known to each other: the `peers` of their instance files, with tokens that fit together.
import type { InstanceFile } from '../../spec/profile/instance.ts'
import type { LinkEnds } from './link.ts'
import type { Place } from './network.ts'

export interface Introduction {
  readonly gateways: readonly Place[]
  readonly played: readonly string[]
  /** A fresh credential at every call. */
  readonly token: () => string
  /** Where one gateway reaches another. */
  urlOf(ends: LinkEnds): string
}

/**
 * The peers of each gateway: every other gateway of its edition and every played domain. What one presents to another is
 * what that one accepts from it.
 */
export function introduce({ gateways, played, token, urlOf }: Introduction): (to: Place) => InstanceFile['peers'] {
  const tokens = new Map<string, string>()
  const tokenOf = ({ edition, from, to }: LinkEnds) => {
    const key = `${edition} ${from} ${to}`
    const known = tokens.get(key) ?? token()
    tokens.set(key, known)
    return known
  }
  return ({ edition, domain }) => {
    const others = gateways.filter((other) => other.edition === edition && other.domain !== domain)
    return [...others.map((other) => other.domain), ...played].map((peer) => ({
      domain: peer,
      external: urlOf({ edition, from: domain, to: peer }),
      sendToken: tokenOf({ edition, from: domain, to: peer }),
      receiveToken: tokenOf({ edition, from: peer, to: domain }),
    }))
  }
}
