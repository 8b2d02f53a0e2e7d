import ELK from 'elkjs/lib/elk.bundled.js';
import { readFileSync } from 'node:fs';
import { checkFlow, type FlowDocument } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { placesIn, toElkGraph } from './elk-graph.ts';

const shipped = (name: string): FlowDocument =>
  checkFlow(
    JSON.parse(
      readFileSync(new URL(`../../../templates/flows/${name}.flow.json`, import.meta.url), 'utf8'),
    ),
  );
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  'reminders.send-email': ['sent', 'skipped', 'unreachable', 'failed'],
  'tasks.plan-call': ['planned', 'skipped'],
};
const placed = async (flow: FlowDocument) => {
  const outcomesOf = (id: string) => OUTCOMES[flow.nodes[id]?.type ?? ''] ?? [];
  return placesIn(await new ELK().layout(toElkGraph(flow, { boxes: new Map(), outcomesOf })));
};

describe('the automatic layout', () => {
  it('puts the usual way straight down and everything below what leads to it', async () => {
    const flow = shipped('neutral');
    const places = await placed(flow);
    const at = (id: string) => places.get(id) ?? { x: Number.NaN, y: Number.NaN };

    const usual = ['start', 'wait-reminder-1', 'reminder-1', 'wait-reminder-2', 'reminder-2'];
    expect(new Set(usual.map((id) => at(id).x)).size).toBe(1);
    for (const { from, to } of flow.edges) expect(at(to).y).toBeGreaterThan(at(from).y);
    expect(at('task-reminder-1').x).not.toBe(at('reminder-1').x);
  });

  it('lets no two steps cover one another', async () => {
    const boxes = [...(await placed(shipped('strict'))).values()];
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const isApart = Math.abs(one.x - other.x) >= 248 || Math.abs(one.y - other.y) >= 120;
        expect(isApart).toBe(true);
      }
    }
  });

  it('survives loops, loose steps and lines that lead nowhere', async () => {
    const flow = shipped('neutral');
    const odd = {
      ...flow,
      edges: [
        ...flow.edges,
        { from: 'call', outcome: 'failed', to: 'wait-reminder-1' },
        { from: 'call', outcome: 'gone', to: 'nowhere' },
        { from: 'end', outcome: 'again', to: 'end' },
      ],
    };
    expect((await placed(odd)).size).toBe(Object.keys(flow.nodes).length);
  });
});
