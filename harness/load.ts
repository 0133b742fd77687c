// Finds the scenarios: a compiled module below scenarios/ has one as its default export, or several by their variant.
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Scenario, Variants } from './scenario.ts'

export interface LoadedScenario {
  /** The file below scenarios/ without its ending, for example `key-queue/unique-attributes`; a variant's name behind a dot. */
  readonly name: string
  readonly scenario: Scenario
}

/** Compiled scenarios lie beside compiled code. */
const ownExtension = extname(import.meta.url)
const scenarioFolder = fileURLToPath(new URL('../scenarios/', import.meta.url))

/** All scenarios, sorted by name; throws where a module has no scenario to give. */
export async function loadScenarios(folder = scenarioFolder): Promise<LoadedScenario[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.(js|ts)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .map((path) => path.replace(/\.(js|ts)$/, ''))
  const loaded = await Promise.all(files.map((file) => loadFile(file, folder)))
  return loaded.flat().sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** One scenario by its name; throws where no module has it to give. */
export async function loadScenario(name: string, folder = scenarioFolder): Promise<LoadedScenario> {
  const isFile = existsSync(join(folder, `${name}${ownExtension}`))
  const file = isFile ? name : name.slice(0, name.lastIndexOf('.'))
  const found = (await loadFile(file, folder)).find((loaded) => loaded.name === name)
  if (!found) throw new Error(`scenarios/${file} has no scenario ${name}`)
  return found
}

async function loadFile(file: string, folder: string): Promise<LoadedScenario[]> {
  const url = pathToFileURL(join(folder, `${file}${ownExtension}`))
  const { default: found } = (await import(url.href)) as { default?: Scenario | Variants }
  if (found && isScenario(found)) return [{ name: file, scenario: found }]
  const variants = Object.entries(found ?? {})
  if (variants.length === 0) throw new Error(`scenarios/${file} has no scenario as its default export`)
  return variants.map(([variant, scenario]) => ({ name: `${file}.${variant}`, scenario }))
}

function isScenario(found: Scenario | Variants): found is Scenario {
  return 'requirement' in found
}
