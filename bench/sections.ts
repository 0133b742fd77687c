// The sections of the bench, in the order of a whole run.
import { checks } from './checks/checks.ts'
import { discovery } from './discovery.ts'
import { http } from './http/http.ts'
import { memory } from './memory/memory.ts'
import { mls } from './mls.ts'
import type { Section } from './section.ts'

export const sections: readonly Section[] = [http, discovery, memory, mls, checks]
