import type { FlowDocument } from '@inning/sdk';
import { plainFlow } from '../flow/bench-flow.ts';

const COLUMNS = 10;
const place = (index: number) => ({
  x: (index % COLUMNS) * 320,
  y: Math.floor(index / COLUMNS) * 210,
});

/** A flow of that many steps: waits, conditions, letters and tasks in turn, each with its lines. */
export function largeFlow(size: number): FlowDocument {
  const kinds = [
    {
      type: 'timing.wait-until',
      config: { pick: 'latest', anchors: [{ from: 'due-date', days: 7 }] },
    },
    { type: 'routing.check-condition', config: { condition: 'claim.overdueCents >= 1000' } },
    { type: 'reminders.send-email', config: { template: 'first-reminder' } },
    { type: 'tasks.create-task', config: { title: 'Look at this' } },
  ];
  const outcomes = [
    ['reached'],
    ['yes', 'no'],
    ['sent', 'skipped', 'unreachable', 'failed'],
    ['created'],
  ];
  const nodes: FlowDocument['nodes'] = {
    start: { type: 'routing.start-when-overdue', version: 1, config: {}, position: place(0) },
    end: { type: 'routing.stop-flow', version: 1, config: {}, position: place(size - 1) },
  };
  const edges: FlowDocument['edges'] = [{ from: 'start', outcome: 'started', to: 'step-1' }];
  for (let index = 1; index < size - 1; index += 1) {
    const kind = kinds[index % kinds.length];
    if (!kind) continue;
    nodes[`step-${index}`] = { ...kind, version: 1, position: place(index) };
    const to = index === size - 2 ? 'end' : `step-${index + 1}`;
    for (const outcome of outcomes[index % kinds.length] ?? []) {
      edges.push({ from: `step-${index}`, outcome, to });
    }
  }
  return { ...plainFlow, name: { en: `${size} steps`, nl: `${size} stappen` }, nodes, edges };
}
