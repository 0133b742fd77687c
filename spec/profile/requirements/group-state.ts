// What a gateway keeps of a group.
import type { Behaviour } from '../../requirement.ts'

export const groupState: readonly Behaviour[] = [
  {
    id: 'group-state/kept-per-group',
    rows: ['GR-08'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'For each group a gateway keeps its epochs, its clients and, of the current epoch, proposals, tree, context and GroupInfo.',
    observable: 'none',
    why: 'How a gateway keeps its state cannot be seen; what follows from it is observed by the requirements on proposals, commits and joining.',
    matters: 'A gateway that forgets any of it can neither judge the next commit nor bring in somebody who joins late.',
  },
  {
    id: 'group-state/members-by-handle',
    rows: ['GR-09'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'Join information is kept under the handle that the identity provider gives a client.',
    observable: 'wire',
    readings: ['A-12'],
  },
  {
    id: 'group-state/conflicts-resolved',
    rows: ['GR-15'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'Where commits conflict, every client ends up with the same one.',
    observable: 'none',
    why: 'It is the aim; the rule that achieves it, one winning commit for an epoch, is observed by itself.',
    matters: 'Members that end up with different commits have different keys, and no longer read each other.',
  },
  {
    id: 'group-state/validated-as-outsider',
    rows: ['GR-16'],
    binds: 'gateway',
    needs: ['groups'],
    text: 'Control messages are validated as far as that is possible without being a member.',
    observable: 'none',
    why: 'It sums up the single checks on proposals and commits, each of which is observed by itself.',
    matters: 'What a gateway lets through although it could have known better, every member has to find out alone.',
  },
]
