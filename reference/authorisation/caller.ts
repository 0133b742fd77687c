// Who is behind a request: known by its credential, and told to everything that depends on it.

export type Caller =
  | { readonly kind: 'operator' }
  | { readonly kind: 'application-server'; readonly name: string }
  | { readonly kind: 'peer'; readonly domain: string }
