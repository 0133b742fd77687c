// A credential that is not known is none (AR-05): a token cut short, one too long, one of another scheme or place.
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { all } from '../../harness/match/judgement.ts'
import { inOrder, rewriteTarget, setHeader } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'
import type { Alteration } from '../../simulator/caller.ts'

export default defineScenario({
  requirement: 'gateway-access/no-direct-client-access',
  story: 'Somebody searches with credentials that resemble the one of an application server',
  world: oneDomain,
  credentials: true,
  async probe({ appServer, alice, register, label }) {
    await register(alice)
    const credential = (change: (old: string) => string) => setHeader('authorization', change)
    const inTarget: Alteration = (request) => {
      const token = request.headers.find(([name]) => name === 'authorization')?.[1].replace(/^Bearer /, '') ?? ''
      const moved = rewriteTarget((target) => `${target}&access_token=${encodeURIComponent(token)}`)
      return inOrder(moved, setHeader('authorization', undefined))(request)
    }
    const resembling: Alteration[] = [
      credential(() => `Bearer ${label('nobody')}`),
      credential((old) => old.slice(0, -1)),
      credential((old) => `${old}x`),
      credential(() => 'Bearer '),
      credential((old) => `Basic ${Buffer.from(old.replace(/^Bearer /, ':')).toString('base64')}`),
      inTarget,
    ]
    const uninvited = []
    for (const alter of resembling) uninvited.push(await appServer.findClients({ tag: alice.tag }, alter))
    const twin = await appServer.findClients({ tag: alice.tag })
    return { uninvited, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ uninvited }) => all(each(uninvited, refused)),
})
