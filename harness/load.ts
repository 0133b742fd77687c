// Finds the scenarios: every compiled module below scenarios/ has one as its default export.
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Scenario } from './scenario.ts'

export interface LoadedScenario {
  /** The file below scenarios/ without its ending, for example `key-queue/unique-attributes`. */
  readonly name: string
  readonly scenario: Scenario
}

const scenarioFolder = fileURLToPath(new URL('../scenarios/', import.meta.url))

/** All scenarios, sorted by name; throws where a module has no scenario to give. */
export async function loadScenarios(folder = scenarioFolder): Promise<LoadedScenario[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = files
    .filter((file) => file.isFile() && /(?<!\.test|\.d)\.(js|ts)$/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort()
  return Promise.all(
    paths.map(async (path) => {
      const name = relative(folder, path)
        .split(sep)
        .join('/')
        .replace(/\.(js|ts)$/, '')
      const module = (await import(pathToFileURL(path).href)) as { default?: Scenario }
      if (!module.default?.requirement) throw new Error(`scenarios/${name} has no scenario as its default export`)
      return { name, scenario: module.default }
    }),
  )
}
