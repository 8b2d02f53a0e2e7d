import type { FlowDocument, FlowSettings } from '@inning/sdk';
import type { FlowWorld } from '../../kit/flow-world.ts';

type Json = Readonly<Record<string, unknown>>;
export type StepOf = {
  readonly type: string;
  readonly config: Json;
  readonly stage?: number;
  /** Where an outcome leads when that is not the next step. */
  readonly to?: Readonly<Record<string, string>>;
};
type Anchor = { readonly from: string; readonly days: number } & Json;

const step = (type: string, config: Json = {}): StepOf => ({ type, config });

export const wait = (...anchors: Anchor[]): StepOf =>
  step('timing.wait-until', { pick: 'latest', anchors });
export const afterDue = (days: number): StepOf => wait({ from: 'due-date', days });
export const afterStep = (days: number): StepOf => wait({ from: 'previous-step', days });
export const mail = (template = 'first-reminder', stage?: number): StepOf => ({
  ...step('reminders.send-email', { template }),
  ...(stage ? { stage } : {}),
});
export const task = (title: string): StepOf => step('tasks.create-task', { title });
export const call = (title: string): StepOf => step('tasks.plan-call', { title });
export const costs = (state: 'announced' | 'claimable'): StepOf =>
  step('collection-costs.set-cost-state', { state });
export const pauseFor = (days: number): StepOf =>
  step('timing.pause-debtor', { days, reason: 'rest' });
export const stop = (reason?: string): StepOf =>
  step('routing.stop-flow', reason ? { reason } : {});
export const switchTo = (flow: string, mode: 'reset' | 'continue'): StepOf =>
  step('routing.switch-flow', { flow, mode });
export const when = (condition: string, to: { yes?: string; no?: string }): StepOf => ({
  ...step('routing.check-condition', { condition }),
  to: to as Record<string, string>,
});
export const split = (to: Readonly<Record<string, string>>): StepOf => ({
  ...step('routing.split-by-behaviour'),
  to,
});
export const together = (...actions: StepOf[]): StepOf =>
  step('routing.run-together', {
    actions: actions.map(({ type, config }) => ({ type, version: 1, config })),
  });

type More = {
  readonly subject?: FlowDocument['subject'];
  readonly settings?: Partial<FlowSettings>;
  /** `ZZ` has no rules: for what the engine does with a flow that no law allows. */
  readonly country?: 'NL' | 'ZZ';
};

/**
 * A flow for one story. Every outcome of a step leads to the next one, unless the step says where;
 * `start` comes before the first and, where anything leads there, `end` after the last.
 */
export function flowOf(
  { registries }: Pick<FlowWorld, 'registries'>,
  steps: Readonly<Record<string, StepOf>>,
  { subject = 'debtor', settings = {}, country = 'NL' }: More = {},
): FlowDocument {
  const start = step('routing.start-when-overdue');
  const all: [string, StepOf][] = [['start', start], ...Object.entries(steps), ['end', stop()]];
  const edges = all.flatMap(([from, { type, to = {} }], index) => {
    const definition = registries.nodes.find(type);
    const next = all[index + 1]?.[0];
    if (definition?.isEnd || !next) return [];
    const outcomes = Object.keys(definition?.outcomes ?? to);
    return outcomes.map((outcome) => ({ from, outcome, to: to[outcome] ?? next }));
  });
  const drawn = all.filter(([id]) => id !== 'end' || edges.some((edge) => edge.to === 'end'));
  return {
    schema: 1,
    name: { en: 'Story' },
    country,
    subject,
    nodes: Object.fromEntries(
      drawn.map(([id, { type, config, stage }]) => [
        id,
        { type, version: 1, config, ...(stage ? { stage } : {}) },
      ]),
    ),
    edges,
    goals: ['paid'],
    settings: {
      thresholdCents: 0,
      sendAt: '09:00',
      missedRun: 'send-once',
      bankFreshnessDays: null,
      maxContacts: { count: 3, days: 7 },
      maxSteps: 200,
      ...settings,
    },
  };
}
