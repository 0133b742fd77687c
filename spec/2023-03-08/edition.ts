// Edition 2023-03-08: the baseline, which specifies identities and applications and only names the rest.
import type { Edition } from '../edition.ts'
import { requirementsOf } from '../profile/catalogue.ts'
import { operations } from './operations.ts'

export const edition: Edition = {
  id: '2023-03-08',
  title: 'MIMI back-end architecture, text of 8 March 2023',
  operations,
  requirements: requirementsOf('2023-03-08', {}),
}
