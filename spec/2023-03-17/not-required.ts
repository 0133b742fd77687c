// What the text of 2023-03-17 has that asks for no requirement of its own, reviewed.
import type { NotRequired } from '../not-required.ts'

export const notRequired: NotRequired = {
  statements: [
    {
      section: 'identity-providers',
      fingerprint: 'sha256:1a5b8585956236ff7b87e5b2d011529fb1ab02c8ae90be66922edab19a3b0d5a',
      reason: 'Introduces functions inside a provider; what the list asks is held by a requirement for each function.',
    },
    {
      section: 'group-creation',
      fingerprint: 'sha256:c49bf8ea51bc0c991e65c5a019b6eb4e36dec3118da00367c42557b650084fc9',
      reason: 'Introduces the steps of a validation; each step has a requirement.',
    },
    {
      section: 'key-package-validation',
      fingerprint: 'sha256:c9f056a43a11e880300869e70f330592ee18b1866f64e1fa3fddab1979f51471',
      reason: 'Introduces the checks of a domain; each check has a requirement.',
    },
  ],
  sections: {
    '': 'The abstract.',
    introduction: 'Background.',
    glossary: 'Definitions of terms.',
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
    'welcomeMessages input.domain': 'The profile lets a gateway of several domains be told which one is meant.',
  },
}
