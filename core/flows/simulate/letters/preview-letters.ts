import { type CalendarDate, DomainError } from '@inning/sdk';
import type { DocumentRenderer, RenderedLetter } from '../../../documents/index.ts';
import { createLetterMaker } from '../../letters/letter-maker.ts';
import type { UnsentLetter } from './keeping-desk.ts';

/** A letter as it would be, without its text; or why it cannot be made. */
export type LetterPreview = {
  readonly id: string;
  readonly nodeId: string;
  readonly on: CalendarDate;
  readonly channel: 'mail';
  readonly to: string;
  readonly template: string;
  readonly subject: string | null;
  readonly problem: { readonly code: string; readonly message: string } | null;
};
export type MadeLetter = LetterPreview & Pick<RenderedLetter, 'html' | 'text'>;

/** Nobody can pay or answer by a letter that was never sent. */
const NOWHERE = {
  payUrl: 'https://voorbeeld.example/pay',
  respondUrl: 'https://voorbeeld.example/respond',
};

/** Makes letters that are not sent exactly as those that are; nothing of them is kept. */
export function createLetterPreviews({ renderer }: { readonly renderer: DocumentRenderer }) {
  const makeLetter = createLetterMaker({ renderer, links: () => NOWHERE });

  return (letters: readonly UnsentLetter[]): Promise<MadeLetter[]> =>
    Promise.all(letters.map(preview));

  async function preview({ id, asked }: UnsentLetter): Promise<MadeLetter> {
    const { nodeId, today, letter, claim, facts } = asked;
    const { to, template, language } = letter;
    const announcedCents = asked.announces?.costsCents ?? 0;
    const about = { id, nodeId, on: today, channel: 'mail', to, template } as const;
    try {
      const { debtor, administration, creditor, agency, lawOn } = facts;
      const known = { claim, today, announcedCents, lawOn };
      const who = { debtor, administration, creditor, agency, ...known };
      const made = await makeLetter({ ...who, template, language, communicationId: id });
      return {
        ...about,
        subject: made.subject,
        html: made.html,
        text: made.text,
        problem: null,
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problem = { code: error.code, message: error.message };
      return { ...about, subject: null, html: '', text: '', problem };
    }
  }
}
