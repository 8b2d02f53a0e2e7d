import { checkFlow, type FlowDocument } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addNode,
  alignNodes,
  changeFlow,
  type Command,
  connect,
  disconnect,
  fragmentOf,
  type History,
  moveNodes,
  outlineOf,
  paste,
  perform,
  readFragment,
  redo,
  removeNodes,
  setConfig,
  setLabel,
  setNote,
  settle,
  startHistory,
  undo,
} from './index.ts';
import { AT, done, empty, entry, mail, start } from './small-flow.ts';

const end = entry('routing.stop', ['stopped'], { isEnd: true });
const TYPES = [start, mail, end];
/** start → send → send-2 → stop, straight on. */
const line = done(
  empty,
  addNode(start, { position: AT, id: 'start' }),
  addNode(mail, { position: AT, after: { nodeId: 'start', outcome: 'started' } }),
  addNode(mail, { position: AT, after: { nodeId: 'send', outcome: 'sent' } }),
  addNode(end, { position: AT, after: { nodeId: 'send-2', outcome: 'sent' } }),
);
const lines = ({ edges }: FlowDocument) =>
  edges.map(({ from, outcome, to }) => `${from} ${outcome} ${to}`).sort();

describe('commands', () => {
  it('put a node behind another, or into the line that is there', () => {
    expect(lines(line)).toEqual(['send sent send-2', 'send-2 sent stop', 'start started send']);
    const into = addNode(mail, { position: AT, after: { nodeId: 'send', outcome: 'sent' } });
    expect(lines(done(line, into))).toContain('send sent send-3');
    expect(lines(done(line, into))).toContain('send-3 sent send-2');
    expect(line.nodes['send']?.config).toEqual({ days: 7 });
    // Nothing leads into a start.
    const wrong = addNode(start, { position: AT, after: { nodeId: 'send', outcome: 'sent' } });
    expect(wrong.apply(line)).toBeNull();
  });

  it('heal the line around what is taken out, and only where one way leads on', () => {
    expect(lines(done(line, removeNodes(['send'])))).toEqual([
      'send-2 sent stop',
      'start started send-2',
    ]);
    expect(lines(done(line, removeNodes(['send', 'send-2'])))).toEqual(['start started stop']);
    const forked = done(line, connect({ from: 'send', outcome: 'failed', to: 'stop' }));
    expect(lines(done(forked, removeNodes(['send'])))).toEqual(['send-2 sent stop']);
  });

  it('lead an outcome to one place only, and let go of it', () => {
    const elsewhere = done(line, connect({ from: 'send', outcome: 'sent', to: 'stop' }));
    expect(lines(elsewhere)).toContain('send sent stop');
    expect(lines(elsewhere)).not.toContain('send sent send-2');
    expect(lines(done(line, disconnect([{ from: 'send', outcome: 'sent' }])))).toHaveLength(2);
    expect(connect({ from: 'send', outcome: 'sent', to: 'nowhere' }).apply(line)).toBeNull();
  });

  it('line nodes up along the first', () => {
    const places = new Map([
      ['send', { x: 0, y: 0, width: 200, height: 80 }],
      ['send-2', { x: 50, y: 100, width: 100, height: 80 }],
    ]);
    const aligned = done(line, alignNodes(places, 'center'));
    expect(aligned.nodes['send-2']?.position).toEqual({ x: 50, y: 100 });
    expect(done(line, alignNodes(places, 'left')).nodes['send-2']?.position?.x).toBe(0);
  });
});

describe('copying', () => {
  it('carries nodes with the lines between them to another flow, under free names', () => {
    const copied = JSON.stringify(fragmentOf(line, ['send', 'send-2']));
    const fragment = readFragment(copied);
    const pasted = done(line, paste(fragment!, { x: 500, y: 500 }));
    expect(lines(pasted)).toContain('send-3 sent send-4');
    expect(pasted.nodes['send-3']?.position).toEqual({ x: 500, y: 500 });
    expect(checkFlow(pasted)).toEqual(pasted);
  });

  it.each([
    'hello',
    '{}',
    '[]',
    'null',
    JSON.stringify({ kind: 'inning-flow-fragment', nodes: {}, edges: [] }),
    '{"kind":"inning-flow-fragment","nodes":{"__proto__":{"type":"a.b"}},"edges":[]}',
    JSON.stringify({
      ...fragmentOf(line, ['send']),
      edges: [{ from: 'send', outcome: 'sent', to: 'x' }],
    }),
    JSON.stringify({ ...fragmentOf(line, ['send']), surplus: 1 }),
  ])('takes nothing else from the clipboard: %s', (text) => {
    expect(readFragment(text)).toBeNull();
  });
});

describe('the outline', () => {
  it('reads like the flow, with forks one level deeper and every step told once', () => {
    const forked = done(line, connect({ from: 'send', outcome: 'failed', to: 'stop' }));
    const told = outlineOf(forked, ['start'], (id) =>
      Object.keys(TYPES.find((one) => one.id === forked.nodes[id]?.type)?.outcomes ?? {}),
    );
    expect(
      told.map(
        (one) =>
          `${'  '.repeat(one.level)}${one.outcome ?? ''} ${one.nodeId}${one.isReference ? ' (see above)' : ''}`,
      ),
    ).toEqual([
      ' start',
      'started send',
      '  sent send-2',
      '  sent stop',
      '  failed stop (see above)',
    ]);
  });

  it('says from which step a way comes, also where two have the same outcome to one step', () => {
    const joined = done(line, connect({ from: 'send', outcome: 'failed', to: 'stop' }));
    const both = done(joined, connect({ from: 'send-2', outcome: 'failed', to: 'stop' }));
    expect(
      outlineOf(both, ['start'], () => [])
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ from, nodeId }) => `${from} ${nodeId}`)
        .toSorted(),
    ).toEqual(['send stop', 'send-2 stop']);
  });

  it('survives loops and what stands loose', () => {
    const loop = done(line, connect({ from: 'send-2', outcome: 'failed', to: 'send' }));
    const loose = done(loop, addNode(mail, { position: AT, id: 'loose' }));
    expect(outlineOf(loose, ['start'], () => []).map((one) => one.nodeId)).toContain('loose');
  });
});

describe('undo and redo', () => {
  it('take one entry for what belongs together', () => {
    let history = startHistory(line);
    for (const x of [1, 2, 3]) {
      history = perform(history, moveNodes(new Map([['send', { x, y: 0 }]]), 'drag 1'))!;
    }
    history = settle(history);
    history = perform(history, moveNodes(new Map([['send', { x: 9, y: 0 }]]), 'drag 1'))!;
    expect(history.past).toHaveLength(2);
    expect(undo(undo(history)).flow).toBe(line);
  });

  const id = fc.constantFrom('start', 'send', 'send-2', 'send-3', 'stop', 'gone');
  const outcome = fc.constantFrom('started', 'sent', 'failed');
  const place = fc.record({
    x: fc.integer({ min: -99, max: 99 }),
    y: fc.integer({ min: 0, max: 9 }),
  });
  const command: fc.Arbitrary<Command> = fc.oneof(
    fc
      .tuple(fc.constantFrom(...TYPES), place)
      .map(([type, position]) => addNode(type, { position })),
    fc
      .tuple(fc.constantFrom(mail, end), place, id, outcome)
      .map(([type, position, nodeId, way]) =>
        addNode(type, { position, after: { nodeId, outcome: way } }),
      ),
    fc.array(id, { maxLength: 3 }).map(removeNodes),
    fc.tuple(id, outcome, id).map(([from, way, to]) => connect({ from, outcome: way, to })),
    fc.tuple(id, outcome).map(([from, way]) => disconnect([{ from, outcome: way }])),
    fc.tuple(id, place).map(([node, at]) => moveNodes(new Map([[node, at]]))),
    fc.tuple(id, fc.nat(30)).map(([node, days]) => setConfig(node, { days })),
    id.map((node) => setLabel(node, { en: 'Named', nl: 'Benoemd' })),
    fc.tuple(id, fc.constantFrom('', 'Look here')).map(([node, note]) => setNote(node, note)),
    fc.constant(changeFlow({ goals: [] })),
    place.map((at) => paste(fragmentOf(line, ['send', 'send-2']), at)),
  );

  it('lead back and forth through any fifty commands to the same flows', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 50, maxLength: 50 }), (commands) => {
        let history: History = startHistory(line);
        const seen = [history.flow];
        for (const one of commands) {
          const next = perform(history, one);
          if (next === null || next === history) continue;
          const isNew = next.past.length > history.past.length;
          history = next;
          if (isNew) seen.push(next.flow);
          else seen[seen.length - 1] = next.flow;
        }
        expect(checkFlow(history.flow)).toEqual(history.flow);
        for (let index = seen.length - 1; index > 0; index -= 1) {
          expect(history.flow).toEqual(seen[index]);
          history = undo(history);
        }
        expect(history.flow).toBe(line);
        for (const flow of seen.slice(1)) {
          history = redo(history);
          expect(history.flow).toEqual(flow);
        }
      }),
      { numRuns: 60 },
    );
  });
});
