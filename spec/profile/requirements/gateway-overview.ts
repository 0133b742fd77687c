// What a gateway is: two interfaces over one permissioned store.
import type { Behaviour } from '../../requirement.ts'

export const gatewayOverview: readonly Behaviour[] = [
  {
    id: 'gateway-overview/two-interfaces',
    rows: ['AR-03'],
    binds: 'gateway',
    needs: [],
    text: 'A gateway answers on two interfaces: an internal one, on which application servers write, and an external one for other gateways.',
    observable: 'wire',
  },
  {
    id: 'gateway-overview/queryable-data',
    rows: ['AR-15'],
    binds: 'gateway',
    needs: [],
    text: 'Clients, key packages, proposals, commits, welcomes and trees can be asked for by the keys the overview lists.',
    observable: 'none',
    why: 'It sums up other requirements: discovery, key package retrieval, proposals, control messages and joining are each observed under their own id.',
    matters: 'It is the promise by which other gateways find all they need to write to somebody.',
  },
]
