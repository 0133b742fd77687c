// How much a gateway takes.
import type { Behaviour } from '../../requirement.ts'

export const limits: readonly Behaviour[] = [
  {
    id: 'limits/oversized-body',
    rows: ['HX-09'],
    binds: 'gateway',
    needs: [],
    text: 'A body over the limit is refused with 413, or the connection is closed; a new connection works.',
    observable: 'wire',
    source: 'RFC 9110 section 15.5.14',
  },
  {
    id: 'limits/hostile-json',
    rows: ['HX-13'],
    binds: 'gateway',
    needs: [],
    text: 'Deep nesting and huge numbers crash nothing and are refused like any malformed body.',
    observable: 'wire',
  },
  {
    id: 'limits/body-size',
    rows: ['PX-11'],
    binds: 'gateway',
    needs: [],
    text: 'A body just under the limit is accepted, one just over it is refused with 413.',
    observable: 'wire',
  },
  {
    id: 'limits/packages-per-request',
    rows: ['PX-11'],
    binds: 'gateway',
    needs: ['key-queues'],
    text: '1,000 key packages in one update are accepted, one more is refused.',
    observable: 'wire',
  },
  {
    id: 'limits/tags',
    rows: ['PX-11'],
    binds: 'gateway',
    needs: [],
    text: 'A tag of 256 bytes and a client with 256 tags are accepted, one more of either is refused.',
    observable: 'wire',
  },
  {
    id: 'limits/handle-length',
    rows: ['PX-11'],
    binds: 'gateway',
    needs: [],
    text: 'A handle of 1,024 bytes is accepted; an empty or a longer one is refused.',
    observable: 'wire',
  },
  {
    id: 'limits/json-depth',
    rows: ['PX-11'],
    binds: 'gateway',
    needs: [],
    text: 'JSON of 32 levels is accepted, one level more is refused.',
    observable: 'wire',
  },
]
