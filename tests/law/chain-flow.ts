import { type FlowDocument, type FlowNode, type FlowSettings } from '@inning/sdk';
import { catalogue } from './lint.ts';

/** A step and where its outcomes lead; those not named lead to the next step of the chain. */
export type Link = {
  readonly id: string;
  readonly node: Omit<FlowNode, 'version'>;
  readonly to: Readonly<Record<string, string>>;
};

export type ChainMore = {
  readonly settings?: Partial<FlowSettings>;
  readonly description?: FlowDocument['description'];
};

/** A flow that starts when an invoice is overdue and goes from link to link to its end. */
export function chain(links: readonly Link[], more: ChainMore = {}): FlowDocument {
  const all = [link('start', 'routing.start-when-overdue'), ...links];
  const edges = all.flatMap(({ id, node, to }, index) => {
    const next = all[index + 1]?.id ?? 'end';
    const outcomes = Object.keys(catalogue.find(node.type)?.outcomes ?? {});
    return outcomes.map((outcome) => ({ from: id, outcome, to: to[outcome] ?? next }));
  });
  const nodes = all.map(({ id, node }) => [id, { ...node, version: 1 }]);
  return {
    schema: 1,
    name: { en: 'Chain' },
    ...(more.description ? { description: more.description } : {}),
    country: 'NL',
    subject: 'debtor',
    nodes: {
      ...Object.fromEntries(nodes),
      end: { type: 'routing.stop-flow', version: 1, config: {} },
    },
    edges,
    goals: ['paid', 'written-off', 'handed-over', 'flow-switched'],
    settings: {
      thresholdCents: 0,
      sendAt: '09:00',
      missedRun: 'send-once',
      bankFreshnessDays: null,
      maxContacts: { count: 3, days: 7 },
      maxSteps: 200,
      ...more.settings,
    },
  };
}

// oxlint-disable-next-line max-params -- a line of a flow reads as a line
export function link(
  id: string,
  type: string,
  config: Record<string, unknown> = {},
  to: Link['to'] = {},
): Link {
  return { id, node: { type, config }, to };
}

type From = 'due-date' | 'invoice-date' | 'previous-step' | 'flow-start' | 'promise-date';
export const anchor = (from: From, days: number) => ({ from, days });

export const waitFor = (id: string, from: From, days: number) =>
  link(id, 'timing.wait-until', { pick: 'latest', anchors: [anchor(from, days)] });

/** Anything but `sent` ends the flow. */
export const mail = (id: string, template = 'notice') =>
  link(id, 'reminders.send-email', { template }, OTHERWISE_END);
export const OTHERWISE_END = { skipped: 'end', unreachable: 'end', failed: 'end' };

export const call = (id: string) => link(id, 'tasks.plan-call', { title: 'Bellen' });
export const announce = (id = 'announce') =>
  link(id, 'collection-costs.set-cost-state', { state: 'announced' });
export const claim = (id = 'claim') =>
  link(id, 'collection-costs.set-cost-state', { state: 'claimable' });
export const ask = (id: string, condition: string, to: Link['to']) =>
  link(id, 'routing.check-condition', { condition }, to);
export const staged = (one: Link, stage: number): Link => ({
  ...one,
  node: { ...one.node, stage },
});
