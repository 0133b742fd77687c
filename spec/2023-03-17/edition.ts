// Edition 2023-03-17: the last public text, which adds key queues, groups and joining.
import type { Edition } from '../edition.ts'
import { requirementsOf } from '../profile/catalogue.ts'
import { operations } from './operations.ts'
import { clientRegistration } from './requirements/client-registration.ts'
import { keyQueue } from './requirements/key-queue.ts'

export const edition: Edition = {
  id: '2023-03-17',
  title: 'MIMI back-end architecture, text of 17 March 2023',
  operations,
  requirements: requirementsOf('2023-03-17', { ...clientRegistration, ...keyQueue }),
}
