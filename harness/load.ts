// Finds the scenarios: every compiled module below scenarios/ has one as its default export.
import { readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Scenario } from './scenario.ts'

export interface LoadedScenario {
  /** The file below scenarios/ without its ending, for example `key-queue/unique-attributes`. */
  readonly name: string
  readonly scenario: Scenario
}

/** Compiled scenarios lie beside compiled code. */
const ownExtension = extname(import.meta.url)
const scenarioFolder = fileURLToPath(new URL('../scenarios/', import.meta.url))

/** All scenarios, sorted by name; throws where a module has no scenario to give. */
export async function loadScenarios(folder = scenarioFolder): Promise<LoadedScenario[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = files
    .filter((file) => file.isFile() && /(?<!\.test|\.d)\.(js|ts)$/.test(file.name))
    .map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join('/'))
    .map((path) => path.replace(/\.(js|ts)$/, ''))
    .sort()
  return Promise.all(names.map((name) => loadScenario(name, folder)))
}

/** One scenario by its name; throws where its module has none to give. */
export async function loadScenario(name: string, folder = scenarioFolder): Promise<LoadedScenario> {
  const url = pathToFileURL(join(folder, `${name}${ownExtension}`))
  const module = (await import(url.href)) as { default?: Scenario }
  if (!module.default?.requirement) throw new Error(`scenarios/${name} has no scenario as its default export`)
  return { name, scenario: module.default }
}
