// `npm run vectors`: the MLS working group's published vectors against mls/, counted by file.
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { findVectors, leftOut, runVectors, vectorFiles, vectorFolder } from '../mls/vectors/run.ts'

const folder = vectorFolder(process.env['MIMI_VECTORS'])
process.exitCode = existsSync(folder) ? await runAll() : missing()

function missing(): number {
  console.error(`No vectors: ${folder} is not there. Set MIMI_VECTORS to the folder that holds mls/.`)
  return 2
}

async function runAll(): Promise<number> {
  console.log(`Published MLS vectors in ${folder}`)
  console.log(line(['file', 'run', 'passed', 'failed', 'skipped']))
  const remarks: string[] = []
  let failed = 0
  for (const file of vectorFiles) {
    const path = findVectors(folder, file.name)
    if (path === undefined) {
      failed++
      remarks.push(`${file.name}: the file is missing`)
      continue
    }
    const outcome = await runVectors(file, path, (length) => new Uint8Array(randomBytes(length)))
    const { passed, skipped, failures } = outcome
    const left = [...skipped.values()].reduce((sum, count) => sum + count, 0)
    console.log(line([file.name, passed + failures.length, passed, failures.length, left]))
    if (file.leaves !== undefined) remarks.push(`${file.name}: without check ${file.leaves}`)
    for (const [reason, count] of skipped) remarks.push(`${file.name}: ${count} cases skipped, ${reason}`)
    for (const { number, error } of failures) remarks.push(`${file.name}: case ${number} FAILED, ${String(error)}`)
    failed += failures.length
  }
  for (const remark of remarks) console.log(remark)
  for (const name of readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []))) {
    if (vectorFiles.some((file) => file.name === name)) continue
    console.log(`${name}: not run, ${leftOut[name] ?? 'nothing is known of it here'}`)
  }
  return failed === 0 ? 0 : 1
}

function line([name = '', ...counts]: readonly (string | number)[]): string {
  return [String(name).padEnd(32), ...counts.map((count) => String(count).padStart(9))].join('')
}
