import { type CatalogueEntry, type FlowDocument, Type } from '@inning/sdk';
import type { Command } from './index.ts';

/** A flow to begin with, and types to draw it with: for the tests of this room. */
export const words = (en: string) => ({ en });
export const entry = (
  id: string,
  outcomes: readonly string[],
  more: object = {},
): CatalogueEntry => ({
  id,
  version: 1,
  kind: 'action',
  title: words(id),
  description: words(id),
  icon: 'mail',
  config: Type.Object({ days: Type.Integer({ default: 7 }) }),
  outcomes: Object.fromEntries(outcomes.map((name) => [name, words(name)])),
  isEnd: false,
  contacts: null,
  ...more,
});
export const start = entry('routing.start', ['started'], { kind: 'trigger' });
export const mail = entry('reminders.send', ['sent', 'failed']);
export const AT = { x: 10, y: 20 };

export const empty: FlowDocument = {
  schema: 1,
  name: words('Empty'),
  country: 'NL',
  subject: 'debtor',
  nodes: {},
  edges: [],
  goals: ['paid'],
  settings: {
    thresholdCents: 0,
    sendAt: '09:00',
    missedRun: 'send-once',
    bankFreshnessDays: null,
    maxContacts: { count: 3, days: 7 },
    maxSteps: 200,
  },
};

/** The flow after these commands; one that is not allowed changes nothing. */
export const done = (flow: FlowDocument, ...commands: Command[]): FlowDocument =>
  commands.reduce((now, command) => command.apply(now) ?? now, flow);
