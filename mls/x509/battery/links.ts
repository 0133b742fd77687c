// The battery's chains that do not hang together: anchors, order, dates.
import { createAuthority } from '../authority.ts'
import { buildsPaths, day, type Exhibit, family, makeFamily, type Recipe, type Workshop } from './recipe.ts'

type Family = Awaited<ReturnType<typeof makeFamily>>

/** A chain made of the plain family by putting its certificates otherwise. */
function rearranged(
  name: string,
  verdict: Pick<Recipe, 'refusedBy' | 'opensslDiffers'>,
  put: (family: Family, workshop: Workshop) => Exhibit | Promise<Exhibit>,
): Recipe {
  return { name, ...verdict, make: async (workshop) => put(await makeFamily(workshop), workshop) }
}

const heap = (refusedBy: string) => ({ refusedBy, opensslDiffers: buildsPaths })

const anchors: readonly Recipe[] = [
  rearranged('no anchor configured', { refusedBy: 'trust anchor' }, ({ chain }) => ({ chain, anchors: [] })),
  rearranged('root of somebody else', { refusedBy: 'trust anchor' }, async ({ chain }, workshop) => {
    const stranger = await createAuthority({ ...workshop, subject: 'b.example' })
    return { chain, anchors: [stranger.certificate] }
  }),
  rearranged(
    'root of somebody else under the name of the anchor',
    { refusedBy: 'signature' },
    async (own, workshop) => {
      const namesake = await createAuthority({ ...workshop, subject: 'a.example' })
      return { chain: own.chain, anchors: [namesake.certificate] }
    },
  ),
  rearranged('account of a namesake of the anchor', { refusedBy: 'signature' }, async (own, workshop) => {
    const forger = await makeFamily(workshop)
    return { chain: forger.chain.slice(0, 2), anchors: own.anchors }
  }),
  rearranged(
    'anchor alone',
    { refusedBy: 'leaf below the anchor', opensslDiffers: 'OpenSSL trusts an anchor as a leaf too' },
    async (_, workshop) => {
      const { anchors } = await makeFamily(workshop, { root: { keyUsage: ['keyCertSign', 'digitalSignature'] } })
      return { chain: anchors, anchors }
    },
  ),
  rearranged('self-signed leaf', { refusedBy: 'trust anchor' }, async (own, workshop) => {
    const self = await createAuthority({ ...workshop, subject: 'phone', isCa: false })
    return { chain: [self.certificate], anchors: own.anchors }
  }),
]

const order: readonly Recipe[] = [
  rearranged('no certificate', { refusedBy: 'chain not empty' }, (own) => ({ chain: [], anchors: own.anchors })),
  rearranged('root before account', heap('each certificate once'), ({ root, account, device, anchors }) => ({
    chain: [device, root.certificate, account.certificate],
    anchors,
  })),
  rearranged('leaf last', heap('trust anchor'), ({ root, account, device }) => ({
    chain: [account.certificate, root.certificate, device],
    anchors: [root.certificate],
  })),
  rearranged('root first', heap('trust anchor'), ({ chain, anchors }) => ({
    chain: chain.toReversed(),
    anchors,
  })),
  rearranged('gap where the account was', { refusedBy: 'issued by the next' }, ({ root, device, anchors }) => ({
    chain: [device, root.certificate],
    anchors,
  })),
  rearranged('leaf alone, its issuer missing', { refusedBy: 'trust anchor' }, ({ device, anchors }) => ({
    chain: [device],
    anchors,
  })),
  rearranged('leaf twice', heap('each certificate once'), ({ device, chain, anchors }) => ({
    chain: [device, ...chain],
    anchors,
  })),
  rearranged('root twice', heap('each certificate once'), ({ root, chain, anchors }) => ({
    chain: [...chain, root.certificate],
    anchors,
  })),
  rearranged('certificate behind the anchor', heap('trust anchor'), ({ account, chain }) => ({
    chain,
    anchors: [account.certificate],
  })),
  rearranged('decoy of another root between account and root', heap('issued by the next'), async (own, workshop) => {
    const decoy = await createAuthority({ ...workshop, subject: 'victim' })
    return {
      chain: [own.device, own.account.certificate, decoy.certificate, own.root.certificate],
      anchors: own.anchors,
    }
  }),
  rearranged('decoy of the same root between leaf and account', heap('issued by the next'), async (own) => {
    const decoy = await own.root.createSubordinate({ subject: 'victim' })
    return {
      chain: [own.device, decoy.certificate, own.account.certificate, own.root.certificate],
      anchors: own.anchors,
    }
  }),
  rearranged('issuer under another name with the same key', { refusedBy: 'issued by the next' }, async (own) => {
    const renamed = await own.root.createSubordinate({ subject: 'victim', keys: own.account.keys })
    return { chain: [own.device, renamed.certificate, own.root.certificate], anchors: own.anchors }
  }),
  rearranged('decoy under the name of the issuer', { refusedBy: 'signature' }, async (own) => {
    const decoy = await own.root.createSubordinate({ subject: 'alice' })
    return { chain: [own.device, decoy.certificate, own.root.certificate], anchors: own.anchors }
  }),
  rearranged('second leaf of the account behind the leaf', heap('issued by the next'), async (own, workshop) => {
    const other = await own.account.issue({ subject: 'laptop', publicKey: workshop.deviceKey })
    return { chain: [own.device, other, own.account.certificate, own.root.certificate], anchors: own.anchors }
  }),
  rearranged('far too many certificates', heap('too long'), ({ chain, root, anchors }) => ({
    chain: [...chain, ...Array.from({ length: 40 }, () => root.certificate)],
    anchors,
  })),
]

const dates: readonly Recipe[] = (['root', 'account', 'device'] as const).flatMap((who) => [
  {
    name: `${who} expired`,
    refusedBy: 'validity',
    make: async (workshop) => makeFamily(workshop, { [who]: { notAfter: workshop.now - 1n } }),
  },
  {
    name: `${who} not yet valid`,
    refusedBy: 'validity',
    make: async (workshop) => makeFamily(workshop, { [who]: { notBefore: workshop.now + 1n } }),
  },
])

const clock: readonly Recipe[] = [
  family('judged after all have expired', {}, { refusedBy: 'validity', at: (now) => now + 4_000n * day }),
  family('judged before any was valid', {}, { refusedBy: 'validity', at: (now) => now - day }),
  family(
    'dates the wrong way round',
    { device: { notBefore: 1_900_000_000n, notAfter: 1_700_000_000n } },
    { refusedBy: 'validity' },
  ),
  {
    name: 'root expired and left out',
    refusedBy: 'validity',
    async make(workshop) {
      const { chain, anchors } = await makeFamily(workshop, { root: { notAfter: workshop.now - 1n } })
      return { chain: chain.slice(0, 2), anchors }
    },
  },
]

export const brokenLinks: readonly Recipe[] = [...anchors, ...order, ...dates, ...clock]
