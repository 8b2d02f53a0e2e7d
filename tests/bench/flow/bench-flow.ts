import type { FlowDocument } from '@inning/sdk';

const wait = (from: 'due-date' | 'previous-step', days: number) => ({
  type: 'timing.wait-until',
  version: 1,
  config: { pick: 'latest', anchors: [{ from, days }] },
});
const settings = {
  thresholdCents: 500,
  sendAt: '09:00',
  missedRun: 'send-once',
  bankFreshnessDays: null,
  maxContacts: { count: 3, days: 7 },
  maxSteps: 200,
} as const;

/** Ten nodes of a dunning flow: four waits, a condition, costs announced and claimable, a letter, a call. */
export const benchFlow: FlowDocument = {
  schema: 1,
  name: { en: 'Ten nodes' },
  country: 'NL',
  subject: 'debtor',
  goals: ['paid'],
  settings,
  nodes: {
    start: { type: 'routing.start-when-overdue', version: 1, config: {} },
    'wait-1': wait('due-date', 7),
    large: {
      type: 'routing.check-condition',
      version: 1,
      config: { condition: 'claim.overdueCents >= 1000' },
    },
    letter: {
      type: 'reminders.send-email',
      version: 1,
      config: { template: 'first-reminder' },
      stage: 1,
    },
    'wait-2': wait('previous-step', 7),
    announce: {
      type: 'collection-costs.set-cost-state',
      version: 1,
      config: { state: 'announced' },
    },
    'wait-3': wait('previous-step', 15),
    claimable: {
      type: 'collection-costs.set-cost-state',
      version: 1,
      config: { state: 'claimable' },
    },
    call: { type: 'tasks.plan-call', version: 1, config: { title: 'Bellen' } },
    end: { type: 'routing.stop-flow', version: 1, config: {} },
  },
  edges: [
    { from: 'start', outcome: 'started', to: 'wait-1' },
    { from: 'wait-1', outcome: 'reached', to: 'large' },
    { from: 'large', outcome: 'yes', to: 'letter' },
    { from: 'large', outcome: 'no', to: 'end' },
    ...['sent', 'skipped', 'unreachable', 'failed'].map((outcome) => ({
      from: 'letter',
      outcome,
      to: 'wait-2',
    })),
    { from: 'wait-2', outcome: 'reached', to: 'announce' },
    ...['changed', 'unchanged'].map((outcome) => ({ from: 'announce', outcome, to: 'wait-3' })),
    { from: 'wait-3', outcome: 'reached', to: 'claimable' },
    ...['changed', 'unchanged'].map((outcome) => ({ from: 'claimable', outcome, to: 'call' })),
    ...['planned', 'skipped'].map((outcome) => ({ from: 'call', outcome, to: 'end' })),
  ],
};
