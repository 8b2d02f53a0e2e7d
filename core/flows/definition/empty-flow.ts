import type { FlowDocument } from '@inning/sdk';

/** An empty canvas with careful settings. */
export const emptyFlow = (name: string): FlowDocument => ({
  schema: 1,
  name: { en: name, nl: name },
  country: 'NL',
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
