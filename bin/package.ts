// What package.json says of this package.
import { readFileSync } from 'node:fs'

interface PackageFile {
  readonly name: string
  readonly version: string
}

const { name, version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as PackageFile

export const suite = { name, version }
