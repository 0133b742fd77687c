// Reads one draft's text on a thread of its own, so that a text made to be slow can be given up; `draft-file.ts` asks.
import { parentPort, workerData } from 'node:worker_threads'
import type { Draft } from '../draft/model.ts'
import { NoDraft } from '../draft/no-draft.ts'
import { readDraft } from '../draft/read.ts'

export type DraftAnswer = { readonly draft: Draft } | { readonly refused: string }

function answerTo(text: string): DraftAnswer {
  try {
    return { draft: readDraft(text) }
  } catch (error) {
    if (error instanceof NoDraft) return { refused: error.message }
    // The stack is used up: brackets, lists or elements stand inside each other by the thousand.
    if (error instanceof RangeError) return { refused: 'it is nested too deeply' }
    throw error
  }
}

parentPort?.postMessage(answerTo(String(workerData)))
