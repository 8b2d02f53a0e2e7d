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

const condition = (text: string) => ({
  type: 'routing.check-condition',
  version: 1,
  config: { condition: text },
});

/** Ten nodes without letters: three waits, three conditions, a split by behaviour, a call. */
export const plainFlow: FlowDocument = {
  schema: 1,
  name: { en: 'Ten nodes' },
  country: 'NL',
  subject: 'debtor',
  goals: ['paid'],
  settings,
  nodes: {
    start: { type: 'routing.start-when-overdue', version: 1, config: {} },
    'wait-1': wait('due-date', 7),
    large: condition('claim.overdueCents >= 1000'),
    behaviour: { type: 'routing.split-by-behaviour', version: 1, config: {} },
    'wait-2': wait('previous-step', 7),
    single: condition('claim.invoiceCount == 1 || claim.openCents > 100000'),
    call: { type: 'tasks.plan-call', version: 1, config: { title: 'Bellen' } },
    'wait-3': wait('previous-step', 14),
    late: condition('claim.daysOverdue > 20'),
    end: { type: 'routing.stop-flow', version: 1, config: {} },
  },
  edges: [
    { from: 'start', outcome: 'started', to: 'wait-1' },
    { from: 'wait-1', outcome: 'reached', to: 'large' },
    { from: 'large', outcome: 'yes', to: 'behaviour' },
    { from: 'large', outcome: 'no', to: 'end' },
    ...['steady', 'unknown', 'fluctuating', 'erratic'].map((outcome) => ({
      from: 'behaviour',
      outcome,
      to: 'wait-2',
    })),
    { from: 'wait-2', outcome: 'reached', to: 'single' },
    ...['yes', 'no'].map((outcome) => ({ from: 'single', outcome, to: 'call' })),
    ...['planned', 'skipped'].map((outcome) => ({ from: 'call', outcome, to: 'wait-3' })),
    { from: 'wait-3', outcome: 'reached', to: 'late' },
    ...['yes', 'no'].map((outcome) => ({ from: 'late', outcome, to: 'end' })),
  ],
};

/** Ten nodes with a letter: three waits, a condition, costs announced and claimable, a call. */
export const letterFlow: FlowDocument = {
  schema: 1,
  name: { en: 'Ten nodes with a letter' },
  // A country without rules: this measures steps, and announces costs without a letter.
  country: 'ZZ',
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
