// A faulty gateway as a process of its own, for tests that start gateways: node serve-mutant.js MUTANT INSTANCE-FILE
import { readFileSync } from 'node:fs'
import { mutantNamed } from '../bin/kill-matrix/subjects.ts'
import { referenceGateway } from '../bin/reference-target.ts'
import { system } from '../bin/system.ts'
import { dial } from '../reference/http/dial.ts'
import { listen } from '../reference/http/listen.ts'
import { systemTimer } from '../reference/timer.ts'
import { instanceFile } from '../spec/profile/instance.ts'

const [name = '', file = ''] = process.argv.slice(2)
const instance = instanceFile.parse(JSON.parse(readFileSync(file, 'utf8')))
const { alter } = await mutantNamed(name)
const gateway = referenceGateway(instance, { ...system, timer: systemTimer, outbound: dial(), log: () => {}, alter })
const listening = await listen(gateway, { internal: instance.internal, external: instance.external })
process.on('SIGTERM', async () => {
  await Promise.all([gateway.close(), listening.close()])
  process.exit()
})
