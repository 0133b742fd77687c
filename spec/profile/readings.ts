// The readings: where the draft is unclear or contradicts itself, how this project understands it, and why.
import type { Reading } from '../reading.ts'

const last = '2023-03-17'
const both = 'both editions'

export const readings: readonly Reading[] = [
  {
    id: 'A-01',
    where: `${last}, advancing-a-key-package-queue`,
    problem: 'Expiry is worded the wrong way round: it calls a key package expired whose end still lies ahead.',
    interpretation:
      'Expired when the time of the gateway is later than `not_after`, not yet valid when it is earlier than `not_before`; both in Unix seconds.',
    reason: 'RFC 9420 sections 7.2 and 7.3 define the lifetime; the wording would serve nothing but expired keys.',
    stance: 'hard',
  },
  {
    id: 'A-02',
    where: `${last}, managing-key-packages against key-package-retrieval and advancing-a-key-package-queue`,
    problem: 'A key package is deleted as soon as it is returned, yet the same request has to return it again.',
    interpretation:
      'A fetch reserves the key package for its receiver; use or expiry deletes it. Deleted on return means: offered to no other receiver.',
    reason: 'The rule with the keyword outweighs the introduction, and the text on commits says when a queue advances.',
    stance: 'hard',
  },
  {
    id: 'A-03',
    where: `${both}, every GET with an input`,
    problem: 'Four GET requests have an input object, but the content of a GET has no defined meaning.',
    interpretation:
      'Each member of the input is a query parameter with its name; a target may say that it reads a body.',
    reason: 'RFC 9110 section 9.3.1.',
    stance: 'tolerant',
  },
  {
    id: 'A-04',
    where: `${last}, every path with a group id`,
    problem: 'Group ids are arbitrary bytes, and nothing says how they stand in a path.',
    interpretation: 'As unpadded, canonical base64url of the raw bytes.',
    reason: 'RFC 4648 section 5 is made for this; percent-encoding suits text.',
    stance: 'tolerant',
  },
  {
    id: 'A-05',
    where: `${last}, group-creation`,
    problem: 'A PUT on a collection, whose id is in the body, and which has to fail when it is repeated.',
    interpretation: 'As written: 201 with a Location at first, 409 from then on, for identical bytes too.',
    reason: 'Repeating it leaves the same state, which is all that RFC 9110 section 9.2.2 asks of a PUT.',
    stance: 'tolerant',
  },
  {
    id: 'A-06',
    where: `${last}, identity-registration against x509-identifiers`,
    problem: 'A handle is unique among all registered clients in one place, in an application or domain in another.',
    interpretation: 'Unique in the application, and with domains in the domain. A client id is unique in the gateway.',
    reason: 'A rule across applications would tell one of them what exists in the other.',
    stance: 'tolerant',
  },
  {
    id: 'A-07',
    where: `${last}, key-queue-creation`,
    problem:
      'Taken literally, a gateway could hold one queue of a version, cipher suite and label for all its clients.',
    interpretation: 'The rule holds for each client of an application.',
    reason: 'Otherwise the second client could never be served.',
    stance: 'tolerant',
  },
  {
    id: 'A-08',
    where: `${last}, key-package-retrieval`,
    problem: 'A request that "has no effect" gets no status.',
    interpretation: 'Any answer below 500 without a key package, with nothing changed; the profile gives 404.',
    reason: 'RFC 9110 section 15.5.5; other systems answer with an empty success.',
    stance: 'tolerant',
  },
  {
    id: 'A-09',
    where: `${last}, commits`,
    problem:
      'What is needed to go from the start epoch excludes the commit that made it; the more precise sentence includes it.',
    interpretation:
      'The precise sentence holds: the entries from start to end, both included. Only those after the start are demanded; the commit that created the start is asked for apart.',
    reason: 'An explicit definition wins, and a client can skip a packet but not invent one.',
    stance: 'tolerant',
  },
  {
    id: 'A-10',
    where: `${last}, key-queue-update`,
    problem: 'What a reset takes away: reserved key packages, the final key?',
    interpretation:
      'All key packages, reserved ones too, but not the final key; then the new ones go in. The member is required and a boolean.',
    reason: 'All key packages of the queue are removed, while the final key is stored for the queue.',
    stance: 'tolerant',
  },
  {
    id: 'A-11',
    where: `${last}, key-package-retrieval`,
    problem: 'Sorting by the end of the lifetime is given no direction, and "first" could mean first come.',
    interpretation: 'The one that expires soonest goes first; equal ones in order of arrival.',
    reason: 'It wastes the fewest key packages.',
    stance: 'tolerant',
  },
  {
    id: 'A-12',
    where: `${last}, joining`,
    problem: 'One path names a client by its handle, all others by its id; a handle may hold any character.',
    interpretation:
      'The handle is one percent-encoded segment, of the own domain. A client id may be understood as well.',
    reason:
      'Inside a group the credential is all there is, and RFC 3986 section 2.2 keeps an encoded slash in its segment.',
    stance: 'tolerant',
  },
  {
    id: 'A-13',
    where: `${last}, joining against group-state`,
    problem: 'The answer lists GroupInfos, the state holds one.',
    interpretation: 'A list of one, or an empty one. Demanded is only that no entry belongs to an epoch that is over.',
    reason: 'The state has a single current value.',
    stance: 'tolerant',
  },
  {
    id: 'A-14',
    where: '2023-03-08, x509-identifiers',
    problem: 'Whether the end of a range of certificates belongs to it.',
    interpretation: 'It does.',
    reason: 'The text ends the range with that value, and account and domain are ranges whose start is their end.',
    stance: 'hard',
  },
  {
    id: 'A-15',
    where: `${last}, x509-identity-provider`,
    problem: 'Merge markers in the parameters, two spellings of the flags, several names for one handle.',
    interpretation:
      'One object with `device_handle_range`, `account_handle_offset` and `domain_name_offset`; the flags are `supports_accounts` and `supports_domains`.',
    reason: 'Both sides of the merge agree in content.',
    stance: 'tolerant',
  },
  {
    id: 'A-16',
    where: `${both}, identity-providers`,
    problem: 'The interface has a client handle, while its successor check compares client identifiers.',
    interpretation: 'They are the same.',
    reason: 'Nothing else in the interface could be meant.',
    stance: 'tolerant',
  },
  {
    id: 'A-17',
    where: `${both}, identity-registration and client-discovery`,
    problem:
      'A handle is bytes in the interface, Base64 in one edition and a bare string in the other, under two names.',
    interpretation:
      '2023-03-08: Base64, `clientIdentity` in discovery. 2023-03-17: a string in UTF-8, so that other bytes are refused.',
    reason: 'A JSON string is Unicode (RFC 8259).',
    stance: 'tolerant',
  },
  {
    id: 'A-18',
    where: `${last}, group-creation and joining`,
    problem: 'The ratchet tree is written in three notations.',
    interpretation: 'The content of the ratchet tree extension, a vector of optional nodes with its length header.',
    reason: 'RFC 9420 section 12.4.3.3.',
    stance: 'hard',
  },
  {
    id: 'A-19',
    where: `${last}, commits`,
    problem: 'The check for a welcome stands after the steps that change the state.',
    interpretation: 'All checks come first, then one change as a whole.',
    reason: 'Every other list of steps checks before it acts, and half a commit would break the group.',
    stance: 'hard',
  },
  {
    id: 'A-20',
    where: `${last}, commits`,
    problem: 'There is room for one welcome, while MLS allows a committer several.',
    interpretation: 'One welcome for all clients that the commit adds.',
    reason: 'The input is a single value.',
    stance: 'tolerant',
  },
  {
    id: 'A-21',
    where: `${last}, commits`,
    problem: 'Which queue a commit advances, and who does it for a client of another domain.',
    interpretation:
      'The queue with the key package that the Add carries, whoever it was reserved for; the home gateway of the client does it when the commit reaches it.',
    reason: 'The reference of the key package is the only sound key (RFC 9420 section 5.2).',
    stance: 'tolerant',
  },
  {
    id: 'A-22',
    where: `${last}, key-package-retrieval`,
    problem: 'Who the receiver is, how it is named, and whether it may be left out.',
    interpretation:
      'A string that is not empty, means nothing to the gateway, names the client that the key package is fetched for, and is required.',
    reason: 'Without it there is no saying whether two requests are the same.',
    stance: 'tolerant',
  },
  {
    id: 'A-23',
    where: `${last}, key-queue-creation against key-package-retrieval`,
    problem: 'The label is required when a queue is created and optional when a key package is fetched.',
    interpretation: 'An absent label is the empty label, never any label.',
    reason: 'The same request has to choose the same queue each time.',
    stance: 'tolerant',
  },
  {
    id: 'A-24',
    where: `${last}, key-queue-update`,
    problem: 'What the number of key packages counts.',
    interpretation:
      'Unexpired key packages that are not final, reserved ones included. Tests at a binding level avoid the doubt.',
    reason: 'A reservation does not take a key package out of the queue.',
    stance: 'tolerant',
  },
  {
    id: 'A-25',
    where: `${last}, key-queue-update`,
    problem: 'What happens to the rest when one key package of an upload is bad or known already.',
    interpretation: 'The whole update is refused.',
    reason: 'No partial effect is described.',
    stance: 'tolerant',
  },
  {
    id: 'A-26',
    where: `${last}, group-evolution against gateway-access`,
    problem: 'The external interface is for reading, yet gateways hand packets and welcomes to each other.',
    interpretation:
      'Forwarding is a write of its own, for groups of applications that federate; everything else is read only.',
    reason: 'The example flow needs it.',
    stance: 'tolerant',
  },
  {
    id: 'A-27',
    where: `${last}, group-evolution`,
    problem: 'If every gateway orders commits for itself, groups split; whether one leads is left undecided.',
    interpretation: 'The gateway at which a group was created orders it; others relay to it and return its verdict.',
    reason: 'RFC 9750 section 5.2.1, and the hub of the later MIMI protocol.',
    stance: 'tolerant',
  },
  {
    id: 'A-28',
    where: `${last}, group-evolution`,
    problem: 'Whether packets are forwarded before they are checked, and whether they may come back.',
    interpretation:
      'After acceptance, once, never back to where they came from; a follower forwards nothing it got from a gateway.',
    reason: 'Otherwise gateways multiply what is invalid.',
    stance: 'tolerant',
  },
  {
    id: 'A-29',
    where: `${both}, applications`,
    problem: 'What follows when two gateways hold different configurations of one application.',
    interpretation: 'Federation of that application is refused; local work goes on.',
    reason: 'The rule exists for the sake of federation alone.',
    stance: 'tolerant',
  },
  {
    id: 'A-30',
    where: `${both}, identity-providers`,
    problem: 'The type of a provider has 8 bits in one edition, 16 in the other, and no list of values.',
    interpretation: '1 is Basic, 2 is X.509, 240 to 255 are private.',
    reason: 'These fit both editions.',
    stance: 'tolerant',
  },
  {
    id: 'A-31',
    where: `${last}, commits`,
    problem: 'Whether a commit has to refer to every proposal that is waiting.',
    interpretation: 'It need not; the others are dropped with their epoch.',
    reason: 'RFC 9420 section 12.4 only recommends it.',
    stance: 'tolerant',
  },
  {
    id: 'A-32',
    where: `${last}, client-discovery and key-package-retrieval`,
    problem: 'The domain of a gateway is spoken of in the singular, though it may have several.',
    interpretation: 'A domain is its own if it is one of them, compared as ASCII without regard to case.',
    reason: 'The overview allows several.',
    stance: 'tolerant',
  },
  {
    id: 'A-33',
    where: `${last}, joining`,
    problem: 'When join information goes away.',
    interpretation: 'Never by reading it.',
    reason: 'GET is safe (RFC 9110 section 9.2.1), and the draft itself notes that something is missing.',
    stance: 'tolerant',
  },
  {
    id: 'A-34',
    where: `${last}, proposals and commits`,
    problem: 'What the same proposal or commit, uploaded again, does.',
    interpretation: 'Nothing more than the first time; the answer may be a success or a refusal.',
    reason: 'RFC 9110 section 9.2.2.',
    stance: 'tolerant',
  },
  {
    id: 'A-35',
    where: `${both}, identity-registration`,
    problem:
      'The edit of a client is neither of the standard patch formats, and one tag may be added and removed at once.',
    interpretation: 'A format of its own in plain JSON; a tag in both lists is refused.',
    reason: 'Any order of the two would be a guess.',
    stance: 'tolerant',
  },
  {
    id: 'A-36',
    where: `${last}, proposals, commits and joining`,
    problem: 'Who may read proposals, control messages and GroupInfo.',
    interpretation: 'The application servers of the application, and the gateways it federates with.',
    reason: 'A gateway is described as a database with permissions.',
    stance: 'tolerant',
  },
  {
    id: 'A-37',
    where: '2023-03-08, x509-domains-names and x509-client-handles',
    problem:
      'The domain offset is compared with a range that does not exist, and a range is declared with broken syntax.',
    interpretation: 'The account offset is meant, and two numbers of 8 bits.',
    reason: 'The later edition says so.',
    stance: 'tolerant',
  },
  {
    id: 'A-38',
    where: `${both}, x509-identity-provider`,
    problem:
      'Offsets count certificates of the chain as sent, but MLS lets a sender leave out all but the first: one client would have several handles.',
    interpretation:
      'What is validated is exactly the list that was sent: nothing between or beside, and at most the root left out. A credential whose list is shorter than an offset is invalid.',
    reason: 'Otherwise the sender chooses who it is (RFC 9420 section 5.3).',
    stance: 'tolerant',
  },
  {
    id: 'A-39',
    where: `${last}, key-package-validation against operational-context`,
    problem: 'Taken word by word, the rule keeps an application from adding anybody who lives elsewhere.',
    interpretation:
      'Uploads to queues are of the own domain. An Add may be of the own domain or of one the application federates with. What a gateway answers is of that gateway.',
    reason: 'It is the example flow of the draft.',
    stance: 'tolerant',
  },
  {
    id: 'A-40',
    where: `${last}, group-evolution`,
    problem: 'Proposals and commits are forwarded, but not the creation of the group that they belong to.',
    interpretation: 'It is forwarded as well.',
    reason: 'A gateway can validate only what it has followed from the start.',
    stance: 'tolerant',
  },
  {
    id: 'A-41',
    where: `${last}, group-evolution`,
    problem: 'Every gateway that gets a packet is to forward it to all, which leaves nobody to put them in order.',
    interpretation:
      'A follower sends to the ordering gateway alone, and that one to all others. The rule is demanded of the latter.',
    reason: 'Otherwise two gateways could order differently.',
    stance: 'tolerant',
  },
  {
    id: 'A-42',
    where: `${last}, x509-identifiers and managing-identities`,
    problem: 'With domains a handle is unique inside its domain, while groups and welcomes speak of the handle alone.',
    interpretation: 'Where domains are on, a client is told by domain and handle together.',
    reason: 'Otherwise two people would be one.',
    stance: 'tolerant',
  },
  {
    id: 'A-43',
    where: `${both}, managing-identities`,
    problem:
      'What was signed under a handle outlives the change of that handle: key packages in queues, welcomes, leaves of groups.',
    interpretation:
      'Queues stop giving out packages signed under the former handle; groups and invitations are left alone.',
    reason: 'The signature covers the former handle and cannot be carried over.',
    stance: 'tolerant',
  },
]
