// Who is behind a request: known by its credential, and told to everything that depends on it.

export type Caller =
  | { readonly kind: 'operator' }
  | { readonly kind: 'application-server'; readonly name: string }
  /** `domain` is what the gateway is called here: the first of its domains, folded. */
  | { readonly kind: 'peer'; readonly domain: string }
