import { DomainError, type GroupDefinition, message } from '@inning/sdk';
import { bufferedPorts, grant, type Wishes } from '../ports/index.ts';
import type { CompiledNode } from '../drawings/index.ts';
import type { Effect } from '../moves/index.ts';
import { leave, type Passage, type Walk } from '../walking/index.ts';
import { actionContext } from './node-context.ts';
import { isStopped, StepAbandonedError, StepNotTriedError } from './steps.errors.ts';
import { actionGate, hadLetter } from './take-action.ts';
import { triesAgain, waitForPlugin } from './try-again.ts';

export type GroupMember = {
  readonly key: string;
  readonly node: CompiledNode;
};

/**
 * Runs several actions in one step. What holds one of them back holds the step; once they run, the
 * failure of one does not undo the others. While one may still succeed, all are tried again: a letter
 * that left is known by its key and does not leave twice.
 */
export async function runGroup(
  walk: Walk,
  node: CompiledNode,
  definition: GroupDefinition,
): Promise<Passage> {
  if (walk.get('mustSkip')) {
    const because = message('flow.skipped');
    walk.set({ mustSkip: false });
    return leave(walk, { outcome: 'done', because }, { happened: false, kind: 'skipped' });
  }
  const members = membersOf(walk, node, definition);
  if (!members) return 'stays';
  const gate = members.map((one) => gateOf(walk, one)).find((one) => one !== null);
  if (gate) {
    walk.park(gate);
    return 'stays';
  }

  // Letters are written last, so that they say what the other actions announce.
  const together: Effect[] = [];
  const running = new Map<GroupMember, MemberResult | Promise<MemberResult>>();
  for (const member of members.toSorted(lettersLast)) {
    running.set(member, passOrRun(walk, member, together));
  }
  const results = await Promise.all(members.map((member) => running.get(member) as MemberResult));
  const stopped = results.find((one) => one.isStopped);
  if (stopped) {
    waitForPlugin(walk, stopped.problem ?? '');
    return 'stays';
  }
  const passing = results.find((one) => one.mayStillSucceed);
  if (passing && triesAgain(walk, passing.problem ?? '')) return 'stays';
  return leaveGroup(walk, node, results);
}

function leaveGroup(walk: Walk, node: CompiledNode, results: readonly MemberResult[]): Passage {
  for (const { wishes } of results) if (wishes) grant(walk, wishes);
  const failures = results.filter((one) => one.problem !== null);
  const [communicationId = null] = results.flatMap(({ wishes }) => wishes?.communicationId ?? []);
  if (communicationId) {
    walk.set({ lastLetterOn: walk.today, lastStage: node.node.stage ?? walk.get('lastStage') });
  }
  const output = Object.fromEntries(
    results.map((one, index) => [`${index + 1} ${one.type}`, one.problem ?? one.outcome]),
  );
  const outcome = failures.length > 0 ? 'partly-failed' : 'done';
  const because = message(`flow.group.${outcome}`, {
    count: results.length,
    failed: failures.length,
    problem: failures[0]?.problem ?? null,
  });
  const happened = failures.length < results.length;
  return leave(walk, { outcome, because, output }, { happened, kind: 'done', communicationId });
}

/** The members, ready to run; null (and a stuck instance) when one of them cannot be in a group. */
function membersOf(
  walk: Walk,
  node: CompiledNode,
  definition: GroupDefinition,
): GroupMember[] | null {
  const members: GroupMember[] = [];
  for (const [index, action] of definition.actions(node.config as never).entries()) {
    const { flow } = walk.situation;
    const compiled = flow.compile(node.id, { ...action, config: { ...action.config } });
    if (!compiled) {
      walk.stick(flow.problemOf(node.id, action));
      return null;
    }
    const { kind, isEnd = false } = compiled.definition;
    if (kind !== 'action' || isEnd) {
      walk.stick(message('flow.stuck.not-in-group', { node: node.id, type: action.type }));
      return null;
    }
    members.push({ key: `${walk.key()}.${index}`, node: compiled });
  }
  return members;
}

const reachesOut = ({ node: { definition } }: GroupMember) =>
  definition.kind === 'action' && definition.contacts !== undefined;
const lettersLast = (a: GroupMember, b: GroupMember) =>
  Number(reachesOut(a)) - Number(reachesOut(b));

function gateOf(walk: Walk, { node: { definition } }: GroupMember) {
  return definition.kind === 'action' ? actionGate(walk, definition) : null;
}

type MemberResult = {
  readonly type: string;
  readonly outcome: string | null;
  readonly problem: string | null;
  readonly mayStillSucceed: boolean;
  readonly isStopped: boolean;
  /** What it asked for; null when it failed. */
  readonly wishes: Wishes | null;
};

const NOTHING = {
  outcome: null,
  problem: null,
  mayStillSucceed: false,
  isStopped: false,
  wishes: null,
};

/** A letter that a migrated case had already is passed over; the others of the group run. */
// oxlint-disable-next-line max-params -- what runs, and what runs beside it
function passOrRun(
  walk: Walk,
  member: GroupMember,
  together: Effect[],
): MemberResult | Promise<MemberResult> {
  if (!hadLetter(walk, member.node)) return runMember(walk, member, together);
  const { definition } = member.node;
  const outcome = definition.kind === 'action' ? (definition.skippedOutcome ?? null) : null;
  const done = { problem: null, mayStillSucceed: false, isStopped: false, wishes: null };
  return { type: definition.id, outcome, ...done };
}

// oxlint-disable-next-line max-params -- what runs, and what runs beside it
async function runMember(
  walk: Walk,
  { key, node }: GroupMember,
  together: Effect[],
): Promise<MemberResult> {
  const { definition } = node;
  const type = definition.id;
  const nothing = { ...NOTHING, type };
  if (definition.kind !== 'action') return nothing;
  const [ports, wishes] = bufferedPorts(walk, { key, node, together });
  try {
    const { outcome, because } = await definition.run(actionContext(walk, node, { ports, key }));
    const isAsHoped = [Object.keys(definition.outcomes)[0], definition.skippedOutcome];
    const problem = isAsHoped.includes(outcome) ? null : (because?.params?.['problem'] ?? outcome);
    return { ...nothing, outcome, problem: problem === null ? null : String(problem), wishes };
  } catch (error) {
    if (error instanceof StepNotTriedError) {
      return { ...nothing, outcome: Object.keys(definition.outcomes)[0] ?? null, wishes };
    }
    return { ...nothing, ...failureOf(error) };
  }
}

/** A mistake of ours is thrown on. */
function failureOf(
  error: unknown,
): Pick<MemberResult, 'problem' | 'mayStillSucceed' | 'isStopped'> {
  if (error instanceof StepAbandonedError || !(error instanceof DomainError)) throw error;
  return {
    problem: error.message,
    mayStillSucceed: error.retryable,
    isStopped: isStopped(error),
  };
}
