import { checkFlow, findProblems, type FlowDocument } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import {
  addNode,
  addNote,
  connect,
  distributeNodes,
  fixFor,
  fragmentOf,
  moveNodes,
  noteKey,
  paste,
  readFragment,
  reconnect,
  removeNodes,
  writeNote,
} from './index.ts';
import { AT, done, empty, entry, mail, start } from './small-flow.ts';

const end = entry('routing.stop', [], { isEnd: true });
const types = new Map([start, mail, end].map((one) => [one.id, one]));
const line = done(
  empty,
  addNode(start, { position: AT, id: 'start' }),
  addNode(mail, { position: AT, id: 'send', after: { nodeId: 'start', outcome: 'started' } }),
);

describe('notes on the canvas', () => {
  const noted = done(line, addNote({ id: 'note-1', position: AT, text: 'Ask Els' }));

  it('are part of the flow: written, moved, taken away, and gone without a trace', () => {
    const changed = done(
      noted,
      writeNote('note-1', 'Ask Jan'),
      moveNodes(new Map([[noteKey('note-1'), { x: 5.4, y: 6 }]])),
    );
    expect(changed.notes).toEqual({ 'note-1': { text: 'Ask Jan', position: { x: 5, y: 6 } } });
    expect(checkFlow(changed)).toEqual(changed);
    expect(done(changed, removeNodes([noteKey('note-1')]))).toEqual(line);
  });

  it('travel with the steps beside them, under free names', () => {
    const copied = readFragment(JSON.stringify(fragmentOf(noted, ['send', noteKey('note-1')])));
    const pasted = done(noted, paste(copied!, { x: 100, y: 100 }));
    expect(Object.keys(pasted.notes ?? {})).toEqual(['note-1', 'note-2']);
    expect(Object.keys(pasted.nodes)).toEqual(['start', 'send', 'send-2']);
  });
});

describe('lines', () => {
  it('are taken up and laid elsewhere in one go', () => {
    const wired = done(
      line,
      addNode(end, { position: AT, id: 'stop' }),
      connect({ from: 'send', outcome: 'sent', to: 'stop' }),
    );
    const next = { from: 'send', outcome: 'failed', to: 'stop' };
    expect(done(wired, reconnect({ from: 'send', outcome: 'sent' }, next)).edges).toEqual([
      { from: 'start', outcome: 'started', to: 'send' },
      next,
    ]);
    expect(reconnect({ from: 'send', outcome: 'gone' }, next).apply(wired)).toBeNull();
  });
});

describe('distributing', () => {
  it('leaves the same room between all, with the outermost where they are', () => {
    const three = done(
      empty,
      addNode(mail, { position: { x: 0, y: 0 }, id: 'a' }),
      addNode(mail, { position: { x: 0, y: 30 }, id: 'b' }),
      addNode(mail, { position: { x: 0, y: 200 }, id: 'c' }),
    );
    const boxes = new Map(
      Object.entries(three.nodes).map(([id, { position }]) => [
        id,
        { x: 0, y: 0, ...position, width: 100, height: 20 },
      ]),
    );
    const places = done(three, distributeNodes(boxes, 'y')).nodes;
    expect(Object.values(places).map(({ position }) => position?.y)).toEqual([0, 100, 200]);
  });
});

describe('what can be mended in one go', () => {
  const problems = (of: FlowDocument) =>
    findProblems(of, { catalogue: { find: (type) => types.get(type) ?? null } });
  /** Mends the first of those problems. */
  const mended = (of: FlowDocument, code: string): FlowDocument => {
    const found = problems(of).find((one) => one.code === code);
    const fix = found && fixFor(found, { flow: of, types });
    return fix?.command.apply(of) ?? of;
  };
  const loose = done(line, addNode(mail, { position: AT, id: 'loose' }));
  const broken: readonly [string, FlowDocument][] = [
    ['FLOW_UNREACHABLE_STEP', loose],
    ['FLOW_OPEN_OUTCOME', line],
    ['FLOW_UNKNOWN_STEP', done(line, addNode(entry('gone.step', []), { position: AT, id: 'x' }))],
    ['FLOW_LOOSE_EDGE', { ...line, edges: [{ from: 'send', outcome: 'sent', to: 'nowhere' }] }],
    ['FLOW_UNKNOWN_OUTCOME', { ...line, edges: [{ from: 'start', outcome: 'odd', to: 'send' }] }],
    ['FLOW_EDGE_INTO_START', { ...line, edges: [{ from: 'send', outcome: 'sent', to: 'start' }] }],
    [
      'FLOW_DOUBLE_EDGE',
      { ...line, edges: [...line.edges, { from: 'start', outcome: 'started', to: 'start' }] },
    ],
    ['FLOW_NO_PAID_GOAL', { ...line, goals: [] }],
    ['FLOW_SUBJECT_UNKNOWN', { ...line, subject: 'case' }],
    ['FLOW_NO_START', done(empty, addNode(mail, { position: AT, id: 'send' }))],
    [
      'FLOW_INVALID_CONFIG',
      { ...line, nodes: { send: { ...line.nodes['send']!, config: { days: 'many' } } } },
    ],
  ];

  it.each(broken)('%s is gone, or there is one less of it', (code, before) => {
    const count = (of: FlowDocument) => problems(of).filter((one) => one.code === code).length;
    expect(count(before)).toBeGreaterThan(0);
    const after = mended(before, code);
    expect(count(after)).toBe(count(before) - 1);
    expect(checkFlow(after)).toEqual(after);
  });

  it('is not offered where a person must judge', () => {
    const problem = { code: 'NL_SOMETHING', nodeIds: ['send'], message: { code: 'x' } } as never;
    expect(fixFor(problem, { flow: line, types })).toBeNull();
  });
});
