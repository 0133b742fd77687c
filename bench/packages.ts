// Key packages for measurements, made by a client of the cipher suite 1.
import { system } from '../bin/system.ts'
import { makeKeyPackage } from '../mls/key-package.ts'
import { loadSuite } from '../mls/suite.ts'

/** `each` MLSMessages in Base64 for each of the clients `owner-0`, `owner-1`, …; valid for a day. */
export async function makePackages(owners: number, each: number): Promise<string[][]> {
  const suite = await loadSuite(1, system.random)
  const now = BigInt(Math.floor(system.clock.now() / 1000))
  const lifetime = { notBefore: now - 3600n, notAfter: now + 86_400n }
  const all: string[][] = []
  for (let owner = 0; owner < owners; owner++) {
    const own: string[] = []
    for (let count = 0; count < each; count++) {
      const made = await makeKeyPackage({ identity: new TextEncoder().encode(`owner-${owner}`), suite, lifetime })
      own.push(Buffer.from(made.message).toString('base64'))
    }
    all.push(own)
  }
  return all
}
