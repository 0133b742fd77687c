// What the text of 2023-03-08 has that asks for no requirement of its own, reviewed.
import type { NotRequired } from '../not-required.ts'

export const notRequired: NotRequired = {
  statements: [
    {
      section: 'identity-providers',
      fingerprint: 'sha256:1a5b8585956236ff7b87e5b2d011529fb1ab02c8ae90be66922edab19a3b0d5a',
      reason: 'Introduces functions inside a provider; what the list asks is held by a requirement for each function.',
    },
  ],
  sections: {
    '': 'The abstract.',
    introduction: 'Background.',
    glossary: 'Definitions of terms.',
    'operational-context': 'Describes the actors and their connections.',
    'identity-deletion': 'Not written yet.',
    'example-usage': 'Headings of examples to come.',
    'gateway-authentication': 'An open question of the editors.',
    'iana-considerations': 'Asks nothing of an implementation.',
    acknowledgments: 'Thanks.',
  },
  shapes: {
    'registerClient input.tags': 'A client without tags may leave the member out: the text gives tags as optional.',
    'registerClient input.domain': 'The profile lets a gateway of several domains be told which one is meant.',
    'editClient input.clientHandle': 'The profile lets an edit leave out what it does not change.',
    'editClient input.tagsToAdd': 'As for the handle.',
    'editClient input.tagsToRemove': 'As for the handle.',
    'findClients input.domain': 'Borrowed from the later edition, which federates discovery.',
  },
}
