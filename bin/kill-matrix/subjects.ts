// Finds what the kill matrix runs the suite against: mutants, legal variations and degenerate controls of fixtures/.
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Control } from '../../fixtures/control.ts'
import type { Mutant, MutantVariants } from '../../fixtures/mutant.ts'
import type { Variation } from '../../fixtures/variation.ts'

export interface NamedMutant {
  readonly id: string
  readonly mutant: Mutant
}

export type Subject =
  | ({ readonly kind: 'mutant' } & NamedMutant)
  | {
      readonly kind: 'variation'
      readonly id: string
      readonly variation: Variation
      /** Its place among the variations. */
      readonly turn: number
    }
  | { readonly kind: 'control'; readonly id: string; readonly control: Control }

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))

/** All subjects, each kind sorted by id: the file below its folder without its ending, and a variant's name behind a dot. */
export async function loadSubjects(): Promise<Subject[]> {
  const [mutants, variations, controls] = await Promise.all([
    loadMutants(),
    modules<Variation>('variations'),
    modules<Control>('controls'),
  ])
  return [
    ...mutants.map((named): Subject => ({ kind: 'mutant', ...named })),
    ...variations.map(({ id, value }, turn): Subject => ({ kind: 'variation', id, variation: value, turn })),
    ...controls.map(({ id, value }): Subject => ({ kind: 'control', id, control: value })),
  ]
}

/** The mutant of this id; throws where there is none. */
export async function mutantNamed(id: string): Promise<Mutant> {
  const found = (await loadMutants()).find((named) => named.id === id)
  if (!found) throw new Error(`fixtures/mutants has no ${id}`)
  return found.mutant
}

/** The variation of this id; throws where there is none. */
export async function variationNamed(id: string): Promise<Variation> {
  const found = (await modules<Variation>('variations')).find((variation) => variation.id === id)
  if (!found) throw new Error(`fixtures/variations has no ${id}`)
  return found.value
}

/** All mutants, sorted by id. */
export async function loadMutants(): Promise<NamedMutant[]> {
  const found = await modules<Mutant | MutantVariants>('mutants')
  return found
    .flatMap(({ id, value }) =>
      isMutant(value)
        ? [{ id, mutant: value }]
        : Object.entries(value).map(([variant, mutant]) => ({ id: `${id}.${variant}`, mutant })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function isMutant(found: Mutant | MutantVariants): found is Mutant {
  return 'breaks' in found
}

async function modules<T>(kind: string): Promise<{ id: string; value: T }[]> {
  const folder = join(fixtures, kind)
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = files
    .filter((file) => file.isFile() && /(?<!\.test|\.d)\.js$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort()
  return Promise.all(
    paths.map(async (path) => {
      const id = relative(folder, path).split(sep).join('/').replace(/\.js$/, '')
      const module = (await import(pathToFileURL(path).href)) as { default?: T }
      if (!module.default) throw new Error(`fixtures/${kind}/${id} has no default export`)
      return { id, value: module.default }
    }),
  )
}
