import type { FlowDocument } from '@inning/sdk';

/** An empty canvas with careful settings, for the law of a country. */
export const emptyFlow = (name: string, country: string): FlowDocument => ({
  schema: 1,
  name: { en: name, nl: name },
  country,
  subject: 'debtor',
  nodes: {},
  edges: [],
  goals: ['paid', 'written-off', 'handed-over'],
  settings: {
    thresholdCents: 500,
    sendAt: '09:00',
    missedRun: 'send-once',
    bankFreshnessDays: 5,
    maxContacts: { count: 3, days: 7 },
    maxSteps: 200,
  },
});
