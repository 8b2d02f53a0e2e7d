import { type CalendarDate, message } from '@inning/sdk';
import type { CompiledFlow } from '../drawings/index.ts';
import { leave, type Walk } from '../walking/index.ts';
import { announcedBy, noteLetter } from '../ports/index.ts';
import type { Contact, SentLetter } from '../facts/index.ts';
import { goalReached } from './goals.ts';

type LeftLetter = Contact & { readonly sent: SentLetter; readonly visit: number };

/**
 * A letter may have left without its step being noted: the worker died just then, or a payment or a
 * person was faster. Such a step is noted first, whatever is true by now, so that the path tells of
 * every letter and nothing is decided about it a second time.
 */
export function noteLeftLetter(walk: Walk): void {
  const letter = leftLetter(walk);
  if (!letter) return;
  const { flow } = walk.situation;
  const steps = letter.visit - walk.get('visit');
  const way = findWay(flow, { from: walk.get('nodeId'), to: letter.sent.nodeId, steps });
  const node = way && flow.node(letter.sent.nodeId);
  if (!node) return;
  for (const outcome of way) leave(walk, { outcome }, { happened: false, kind: 'done' });

  const outcome = Object.keys(node.definition.outcomes)[0] ?? 'sent';
  const because = message('flow.letter-had-left', { leftOn: letter.on });
  const { on, sent } = letter;
  const { communicationId } = sent;
  const lastStage = node.node.stage ?? walk.get('lastStage');
  walk.set({ mustSkip: false, lastLetterOn: on, lastStage });
  noteWhatFollows(walk, communicationId, on);
  leave(walk, { outcome, because }, { happened: true, kind: 'done', communicationId, on });
}

/** Costs that it announced were announced, although its worker died before that was written. */
function noteWhatFollows(walk: Walk, communicationId: string, today: CalendarDate): void {
  const { facts } = walk.situation;
  const { claim, effects: pending } = walk;
  const announces = announcedBy(facts, today, pending);
  const sent = { communicationId, announces, text: null, language: claim.debtor.language };
  walk.effects.push(...noteLetter({ facts, today, claim, pending }, sent));
}

/** Of a group some letters may still have to leave; it is only noted when none is wanted any more. */
function leftLetter(walk: Walk): LeftLetter | null {
  const { contacts } = walk.situation.facts;
  const own = `${walk.situation.instance._id.toHexString()}:`;
  for (const contact of contacts) {
    const { sent, key } = contact;
    const made = sent && visitIn(key, own);
    if (!made || made.visit < walk.get('visit')) continue;
    if (made.isPart && goalReached(walk) === null) continue;
    return { ...contact, sent, visit: made.visit };
  }
  return null;
}

/** The visit in a key such as `<instance>:7`, and whether it is one letter of several (`7.1`, `7~2`). */
function visitIn(key: string, own: string): { visit: number; isPart: boolean } | null {
  const [, visit, more] =
    /^(\d+)(.*)$/.exec(key.startsWith(own) ? key.slice(own.length) : '') ?? [];
  return visit === undefined ? null : { visit: Number(visit), isPart: more !== '' };
}

type Stretch = { readonly from: string; readonly to: string; readonly steps: number };

/** The outcomes that lead from one node to another in exactly so many steps. */
function findWay(flow: CompiledFlow, { from, to, steps }: Stretch): string[] | null {
  if (steps === 0) return from === to ? [] : null;
  for (const edge of flow.document.edges) {
    if (edge.from !== from) continue;
    const rest = findWay(flow, { from: edge.to, to, steps: steps - 1 });
    if (rest) return [edge.outcome, ...rest];
  }
  return null;
}
