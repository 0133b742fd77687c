// Turns: tasks on the same thing run one after the other, so that verification, which waits, never meets a changed state.

/** Runs `task` once every earlier task of the same key has ended, whatever became of it. */
export type InTurn = <T>(key: string, task: () => Promise<T>) => Promise<T>

export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (key, task) => {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(task)
    const ended = mine.catch(() => undefined)
    last.set(key, ended)
    ended.then(() => {
      if (last.get(key) === ended) last.delete(key)
    })
    return mine
  }
}
