// A worker of the runner that ends in the middle of a story takes no other story with it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { report } from '../harness/report/model.ts'
import { descendantsOf, makePlace, runGateway } from './command-line.test.kit.ts'

test('the story that ran in it is an error of the suite; a new worker goes on with the rest', async () => {
  const place = await makePlace()
  let requests = 0
  let ended = 0
  const running = await runGateway({
    onRequest() {
      // Well after the first stories of the row, well before the last ones; others have begun beside the one asked for.
      if (++requests !== 60) return
      const workers = descendantsOf(started.child.pid).filter(isWorker)
      ended = workers.length
      for (const pid of workers) process.kill(pid, 'SIGKILL')
    },
  })
  const target = {
    name: 'acme-gateway',
    version: '1',
    editions: ['2023-03-17'],
    capabilities: ['define-application', 'basic', 'key-queues'],
    gateways: [running.instance],
  }
  await writeFile(join(place.folder, 'target.json'), JSON.stringify(target))
  const only = ['--only', 'client-registration/*', '--only', 'group-creation/*', '--workers', '1', '--format', 'json']
  const started = place.start('run', '--target', 'target.json', '--out', 'report', ...only)
  const { code, stderr } = await started.ended
  await running.close()
  const { results, complete } = report.parse(
    JSON.parse(await readFile(join(place.folder, 'report', 'report.json'), 'utf8')),
  )
  await place.remove()
  assert.equal(ended, 1)
  assert.equal(code, 3, stderr)
  assert.equal(complete, true)
  const errors = results.filter(({ verdict }) => verdict === 'error')
  assert.deepEqual(
    errors.map(({ summary }) => /^the suite itself failed: .*worker process exited unexpectedly/.test(summary)),
    [true],
  )
  assert.ok(results.filter(({ verdict }) => verdict === 'pass').length > 5)
  assert.deepEqual(
    results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'error' && verdict !== 'not-applicable'),
    [],
  )
})

function isWorker(pid: number): boolean {
  const command = execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  return command.includes('workerProcessEntry')
}
