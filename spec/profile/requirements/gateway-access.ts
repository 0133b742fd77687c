// Who may read and who may write.
import type { Behaviour } from '../../requirement.ts'

export const gatewayAccess: readonly Behaviour[] = [
  {
    id: 'gateway-access/external-read-only',
    rows: ['AR-04'],
    binds: 'gateway',
    needs: ['federation'],
    text: 'Over the external interface another gateway reads and never writes; forwarding of group packets is the one exception.',
    observable: 'wire',
    readings: ['A-26'],
  },
  {
    id: 'gateway-access/no-direct-client-access',
    rows: ['AR-05'],
    binds: 'gateway',
    needs: [],
    text: 'A request without the credential of an application server, operator or gateway neither reads nor writes anything. Health checks and the public list of applications are exempt.',
    observable: 'wire',
    why: 'It is not asked of a gateway that is declared to have no authentication.',
  },
  {
    id: 'gateway-access/no-foreign-writes',
    rows: ['AR-06'],
    binds: 'gateway',
    needs: [],
    text: 'An application server cannot change the data of an application that is not its own.',
    observable: 'wire',
  },
  {
    id: 'gateway-access/no-foreign-reads',
    rows: ['AR-07'],
    binds: 'gateway',
    needs: [],
    text: 'An application server cannot read the data of an application that is not its own.',
    observable: 'wire',
    readings: ['A-36'],
  },
  {
    id: 'gateway-access/no-existence-oracle',
    rows: ['AR-18'],
    binds: 'gateway',
    needs: [],
    text: 'An application that belongs to somebody else and one that does not exist answer alike: same status, same headers, same shape of body.',
    observable: 'wire',
  },
]
