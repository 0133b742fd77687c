// What is set up before a probe begins.

export type WorldPlan = 'one-application' | 'two-applications' | 'no-application'

/** One domain, its first application server working for a fresh application. */
export const oneDomain: WorldPlan = 'one-application'
/** One domain, two application servers, each with an application of its own. */
export const twoApplications: WorldPlan = 'two-applications'
/** One domain, nothing defined in it yet. */
export const emptyDomain: WorldPlan = 'no-application'
