import type { Instance } from '../../instances/instance.model.ts';
import type { FlowLibrary } from '../drawings/index.ts';
import type { Move } from '../moves/index.ts';
import { newInstance, placeAfterLastLetter } from './new-instance.ts';
import { switchesOn } from './switches-on.ts';

/** The beginnings of flows that other flows switched to, for the same subject. */
export function createSwitchStarter({ library }: { readonly library: FlowLibrary }) {
  return async (moves: readonly Move[], now: Date): Promise<Instance[]> => {
    const started: Instance[] = [];
    for (const move of moves) {
      for (const effect of move.effects) {
        if (effect.kind !== 'switch-flow') continue;
        const made = await begin(move, effect, now);
        if (made) started.push(made);
      }
    }
    return started;
  };

  type Switch = { readonly flow: string; readonly mode: 'reset' | 'continue' };

  async function begin(move: Move, { flow: slug, mode }: Switch, now: Date) {
    const { instance, today, change } = move;
    const flowId = await library.named(slug, instance);
    const flow = flowId && (await library.current(flowId));
    if (!flowId || !flow) return null;
    const at = mode === 'continue' ? placeAfterLastLetter(flow, { ...instance, ...change }) : null;
    const { debtorId, invoiceId } = instance;
    const start = { place: instance, debtorId, invoiceId, today, now, ...(at ? { at } : {}) };
    const made = newInstance(flow, flowId, start);
    return made && { ...made, switchCount: switchesOn(today, instance) + 1 };
  }
}
