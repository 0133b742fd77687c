// The readings that were not taken: for each of what else the words allow, the literal reading among them.
import type { ReadingId } from '../reading.ts'

export const alternatives: ReadonlyMap<ReadingId, readonly string[]> = new Map<ReadingId, readonly string[]>([
  ['A-01', ['To the letter: a key package is expired while its end lies ahead.']],
  [
    'A-02',
    [
      'To the letter of the introduction: gone from the queue with the first answer, so that a repeated request gets another one.',
    ],
  ],
  ['A-03', ['The input is a JSON body of the GET.']],
  ['A-04', ['Percent-encoded octets.', 'Padded Base64 or base64url.', 'Hexadecimal digits.']],
  ['A-05', ['An ordinary PUT, which succeeds again for identical bytes.']],
  [
    'A-06',
    [
      'Unique among all clients of the gateway, whatever their application.',
      'Unique in the application, whatever the domain.',
    ],
  ],
  [
    'A-07',
    [
      'To the letter: one queue of a combination in the whole gateway.',
      'One queue of a combination in each application.',
    ],
  ],
  [
    'A-08',
    [
      'Always a refusal: what was asked for is not there.',
      'Always a success without a key package: nothing went wrong.',
    ],
  ],
  ['A-09', ['Only the entries after the start.']],
  [
    'A-10',
    [
      'Reserved key packages stay with their receivers.',
      'The final key goes as well.',
      'The member may be left out and is false then.',
    ],
  ],
  ['A-11', ['The one that expires last goes first.', 'The order of arrival alone decides.']],
  [
    'A-12',
    [
      'The client id stands in the path, under a wrong name.',
      'The handle stands in the path with its slashes left as they are.',
      'The handle may be of another domain, and the request is then passed on.',
    ],
  ],
  [
    'A-13',
    [
      'A list of exactly one.',
      'A single object instead of a list.',
      'The GroupInfos of several clients in the current epoch.',
      'A refusal where there is none.',
    ],
  ],
  ['A-14', ['The range ends before that value.']],
  [
    'A-15',
    [
      'What stands between the marks is not agreed, so that only the two offsets count.',
      'The flags are spelled without the plural s.',
    ],
  ],
  ['A-16', ['They are two functions, and the identifier is the one that the gateway assigns.']],
  ['A-17', ['Base64 in both editions.', 'A bare string in both editions.', 'One member name in both editions.']],
  [
    'A-18',
    [
      'A plain sequence of nodes without a length header.',
      'To the letter of joining: an optional vector, whose first octet says whether there is a tree.',
    ],
  ],
  ['A-19', ['To the letter: a commit without the welcome that it needs is refused after the state has changed.']],
  [
    'A-20',
    [
      'One welcome for some of the clients, the others being told in another way.',
      'Several welcomes one after the other in the one value.',
    ],
  ],
  [
    'A-21',
    [
      'The queue that was asked on behalf of the committer.',
      'The gateway of the committer advances it for every domain.',
      'Nothing is advanced before the client joins.',
    ],
  ],
  [
    'A-22',
    [
      'The client that made the request, as the gateway knows it.',
      'A client id that the gateway checks.',
      'The member may be left out and all such requests are one receiver.',
    ],
  ],
  ['A-23', ['An absent label fits any queue.', 'A request without a label is refused.']],
  ['A-24', ['Only key packages that nobody has reserved.', 'Expired ones included.', 'The final key counts as well.']],
  ['A-25', ['What is good is stored, what is bad is left out.', 'What is known already is passed over in silence.']],
  [
    'A-26',
    [
      'To the letter: nothing is written over the external interface, and packets travel in another way.',
      'The external interface takes every write of a federating gateway.',
    ],
  ],
  [
    'A-27',
    [
      'Every gateway orders for itself, and forks are mended by the clients.',
      'Gateways agree on the order by a protocol of their own.',
      'The gateway of the committer orders.',
    ],
  ],
  [
    'A-28',
    [
      'Forwarded at once and checked by each receiver.',
      'Forwarded by every receiver to all others, until all have seen it.',
    ],
  ],
  ['A-29', ['The application is refused altogether.', 'One configuration wins.', 'Nothing follows.']],
  [
    'A-30',
    [
      'Values of 8 bits that each deployment chooses.',
      'Values of 16 bits that each deployment chooses.',
      'A registry to come.',
    ],
  ],
  ['A-31', ['A commit that leaves out a valid proposal is refused.']],
  ['A-32', ['A gateway has one domain and knows no other as its own.', 'Domains are compared octet by octet.']],
  [
    'A-33',
    ['Gone once it has been read.', 'Gone once the client has sent a commit in the group.', 'Gone after a while.'],
  ],
  [
    'A-34',
    ['Always refused as a duplicate.', 'Always a success, as for any PUT.', 'Stored and handed out a second time.'],
  ],
  [
    'A-35',
    ['JSON Merge Patch (RFC 7396).', 'Additions come first, then removals.', 'Removals come first, then additions.'],
  ],
  [
    'A-36',
    [
      'Only members of the group.',
      'Anybody who knows the group id.',
      'Only the application servers of the own domain.',
    ],
  ],
  ['A-37', ['To the letter: a range of accounts exists and its end is what counts.']],
  [
    'A-38',
    [
      'Any path to a root that can be built from what was sent counts.',
      'Offsets count in the path that was validated, missing certificates filled in.',
    ],
  ],
  [
    'A-39',
    ['To the letter: an Add that an application uploads is of the own domain too.', 'An Add may be of any domain.'],
  ],
  [
    'A-40',
    [
      'A gateway learns of a group with the first packet it is sent.',
      'A follower fetches GroupInfo and tree before it takes a packet.',
    ],
  ],
  ['A-41', ['To the letter: every gateway forwards what it gets to all others.']],
  [
    'A-42',
    [
      'To the letter: the handle alone, so that the first of two clients is meant.',
      'A handle is unique across domains where groups are used.',
    ],
  ],
  [
    'A-43',
    [
      'The former packages are still served until they expire.',
      'The client leaves its groups with its former handle.',
      'The handle of a client with key packages cannot change.',
    ],
  ],
])
