import { message, sayMessage } from '@inning/sdk';
import { claimTexts } from '../../../domain/claims/index.ts';
import type { Effect, Move } from '../moves/index.ts';

type Refusal = Extract<Effect, { kind: 'note-refusal' }>;

/**
 * A letter that was refused for good announced nothing. Unless another letter of the same move carried its
 * announcement, the costs stay unannounced and a person has a task.
 */
export function settleRefusals(move: Move): Move {
  if (!move.effects.some(isRefusal)) return move;
  const carried = new Set(
    move.effects.flatMap((one) => (one.kind === 'note-announcement' ? one.invoiceIds : [])),
  );
  const effects = move.effects.flatMap((one): Effect[] => {
    if (!isRefusal(one)) return [one];
    const invoiceIds = one.invoiceIds.filter((id) => !carried.has(id));
    return invoiceIds.length > 0 ? [{ ...one, invoiceIds }, taskAbout(one, move)] : [];
  });
  return { ...move, effects };
}

const isRefusal = (effect: Effect): effect is Refusal => effect.kind === 'note-refusal';

function taskAbout({ key }: Refusal, { today }: Move): Effect {
  const because = message('claims.letter-refused');
  const title = sayMessage(claimTexts, because, 'nl');
  const task = { kind: 'review', title, note: null, dueOn: today, because } as const;
  return { kind: 'create-task', key, task };
}
