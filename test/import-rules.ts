// The import table of the house, as data: which room may import which, and which packages.

export interface RoomRule {
  /** Rooms this room may import; itself always. */
  readonly rooms: readonly string[]
  readonly packages: readonly string[]
}

/** Tests beside the code and in test/ may import everything; these rules hold for the rest. */
export const roomRules: Readonly<Record<string, RoomRule>> = {
  spec: { rooms: [], packages: ['zod'] },
  draft: { rooms: ['spec'], packages: ['mdast-util-from-markdown', '@xmldom/xmldom', 'diff'] },
  mls: {
    rooms: [],
    packages: [
      'ts-mls',
      '@peculiar/x509',
      'reflect-metadata',
      '@hpke/core',
      '@hpke/chacha20poly1305',
      '@noble/curves',
      '@noble/ciphers',
    ],
  },
  reference: { rooms: ['spec', 'mls'], packages: ['zod'] },
  simulator: { rooms: ['spec', 'mls'], packages: ['zod', '@faker-js/faker', 'msw'] },
  harness: {
    rooms: ['spec', 'simulator', 'mls'],
    packages: ['zod', 'undici', 'yaml', '@playwright/test', 'picocolors', 'playwright', 'sarif'],
  },
  scenarios: { rooms: ['harness', 'spec', 'simulator', 'mls'], packages: [] },
  fixtures: { rooms: ['reference', 'spec', 'mls'], packages: [] },
  bin: {
    rooms: ['spec', 'draft', 'mls', 'reference', 'simulator', 'harness', 'scenarios', 'fixtures'],
    packages: ['commander', 'picocolors', 'zod', 'yaml'],
  },
}

/** Rooms whose leaves stand alone: no scenario imports another, no faulty gateway another. */
export const separateLeaves: readonly RegExp[] = [
  /^scenarios\/(.+)\.ts$/,
  /^fixtures\/(?:mutants|variations|controls)\/(.+)\.ts$/,
]

/** Inside one room: who may not import whom, from left to right only. */
export const forbiddenInside: readonly { readonly from: RegExp; readonly to: RegExp; readonly why: string }[] = [
  {
    from: /^spec\/2023-03-08\//,
    to: /^spec\/2023-03-17\//,
    why: 'an edition never imports another edition',
  },
  {
    from: /^spec\/2023-03-17\//,
    to: /^spec\/2023-03-08\//,
    why: 'an edition never imports another edition',
  },
  {
    from: /^spec\/profile\//,
    to: /^spec\/2023-/,
    why: 'the profile knows no edition',
  },
  {
    from: /^reference\/services\/(?!.*\.test\.ts)/,
    to: /^reference\/(http|authorisation)\//,
    why: 'services never see HTTP',
  },
  {
    from: /^reference\/(store|identity)\//,
    to: /^reference\/(services|http|authorisation)\//,
    why: 'data flows one way: services use the store and the identity providers',
  },
  {
    from: /^harness\/match\//,
    to: /^harness\/(transport|probe|execute|playwright)/,
    why: 'judges never touch the network',
  },
  {
    from: /^harness\/report\//,
    to: /^harness\/(transport|probe|execute|playwright)/,
    why: 'reports never run anything again',
  },
]
