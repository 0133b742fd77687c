// Which edition a variation meets a scenario in: each in turns, so that nothing is left out over all variations.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appliesTo } from '../../harness/execute.ts'
import { loadScenarios } from '../../harness/load.ts'
import { editionIds } from '../../spec/edition.ts'
import { editions } from '../../spec/editions.ts'
import { editionInTurn } from './meet.ts'

test('every scenario meets its editions in turns, and a scenario of one edition is always met there', async () => {
  for (const loaded of await loadScenarios()) {
    const having = editionIds.filter((id) => appliesTo(loaded, editions[id]))
    const turns = having.map((_, index) => editionInTurn(loaded, 7 + index))
    assert.deepEqual(turns.toSorted(), having.toSorted(), loaded.name)
    assert.equal(editionInTurn(loaded, 7 + having.length), turns[0], loaded.name)
  }
})
