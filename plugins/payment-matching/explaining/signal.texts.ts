import { message, type Message, type MessageTexts } from '@inning/sdk';
import type { Signal } from '../drafting/proposal.ts';
import { REASONS_AGAINST } from './reasons-against.texts.ts';
import { REASONS_FOR } from './reasons-for.texts.ts';

/** A signal or conflict as a sentence. */
export const saySignal = ({ code, detail }: Signal): Message =>
  message(`payment-matching.signal-${code}`, { detail });

export const signalTexts: MessageTexts = Object.fromEntries(
  Object.entries({ ...REASONS_FOR, ...REASONS_AGAINST }).map(([code, [nl, en, de, fr]]) => [
    `payment-matching.signal-${code}`,
    { nl, en, de, fr },
  ]),
);
