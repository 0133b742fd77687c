// The network of a run as a worker holds it: links steered through the control port, played domains served here.
import type { Channel } from '../transport/recorder.ts'
import type { ControlAddress } from './control.ts'
import { isSameLink, type LinkControl, type LinkEnds } from './link.ts'
import type { Network } from './network.ts'
import { type Order, storedPassages } from './orders.ts'
import { serve } from './serve.ts'

/** What a worker is told of the network; plain data. */
export interface NetworkAddress {
  readonly control: ControlAddress
  readonly links: readonly LinkEnds[]
  readonly played: readonly string[]
}

/** The parent's network, reached through `channel`; throws where the control port does not obey: that is our defect. */
export function remoteNetwork({ control, links, played }: NetworkAddress, channel: Channel): Network {
  const give = async (order: Order): Promise<unknown> => {
    const { status, body } = await channel(
      { domain: 'links', interface: 'internal', url: control.url },
      {
        method: 'POST',
        target: '/',
        headers: [
          ['authorization', `Bearer ${control.token}`],
          ['content-type', 'application/json'],
        ],
        body: new TextEncoder().encode(JSON.stringify(order)),
      },
    )
    const text = new TextDecoder().decode(body)
    if (status !== 200) throw new Error(`the control port refused to ${order.do}: ${text}`)
    return JSON.parse(text)
  }
  const linkTo = (ends: LinkEnds): LinkControl => ({
    ends,
    disturb: async (appId, faults) => void (await give({ do: 'disturb', ends, appId, faults })),
    heal: async (appId) => void (await give({ do: 'heal', ends, appId })),
    forget: async (appId) => void (await give({ do: 'forget', ends, appId })),
    passages: async (appId) => storedPassages.parse(await give({ do: 'passages', ends, appId })),
  })
  return {
    played,
    ends: links,
    link: (ends) => (links.some((known) => isSameLink(known, ends)) ? linkTo(ends) : undefined),
    async play(place, appId, { answer, lists }) {
      const served = await serve(answer)
      await give({ do: 'play', place, appId, url: served.url, lists: lists === 'itself' ? lists : [...lists] })
      return {
        async leave() {
          await give({ do: 'leave', place, appId })
          await served.close()
        },
      }
    },
  }
}
