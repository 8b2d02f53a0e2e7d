import type { NodePorts } from '@inning/sdk';
import type { Effect } from '../moves/index.ts';
import { changesClaim } from '../facts/index.ts';
import type { Walk } from '../walking/index.ts';
import { announcedBy, noteLetter } from './note-letter.ts';
import type { Wishes } from './wishes.ts';

type Mailing = {
  readonly nodeId: string;
  readonly nextKey: () => string;
  readonly pending: () => readonly Effect[];
  readonly want: (...effects: readonly Effect[]) => void;
  readonly wishes: Wishes;
};

/** Letters of a step: they leave at once, and what follows from them is written with the step. */
export function mailPort(walk: Walk, mailing: Mailing): NodePorts['mail'] {
  return {
    async send(letter) {
      const { instance, mail, facts } = walk.situation;
      const { today } = walk;
      const { nodeId, want, wishes } = mailing;
      const key = mailing.nextKey();
      facts.contacts.push({ on: today, key });
      const pending = mailing.pending();
      const claim = changesClaim(pending) ? facts.claimOn(today, pending) : walk.claim;
      const announces = announcedBy(facts, today, pending);
      const asked = { instance, key, nodeId, claim, facts, today, letter, pending, announces };
      const { text = null, ...answer } = await mail(asked);
      if ('communicationId' in answer) {
        const { communicationId } = answer;
        wishes.communicationId = communicationId;
        const sent = { communicationId, text, language: letter.language, announces };
        want(...noteLetter({ facts, today, claim, pending }, sent));
      } else if (announces) {
        const { invoiceIds } = announces;
        want({ kind: 'note-refusal', key: `${key}:refused`, invoiceIds, because: answer.refused });
      }
      return answer;
    },
  };
}
