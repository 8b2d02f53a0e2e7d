import { DomainError, type MailPort, message } from '@inning/sdk';
import type { Administration } from '../../domain/administrations/index.ts';
import {
  type Communication,
  communications,
  type KeptLetter,
} from '../../domain/communications/index.ts';
import type { RenderedLetter } from '../../documents/index.ts';
import { isDuplicateKey, type Store, systemScope } from '../../store/index.ts';
import { StepAmbiguousError } from '../engine/steps/index.ts';
import { draftRow } from './draft-row.ts';
import type { LetterOnTheWay } from './letter-on-the-way.ts';
import type { AskedLetter } from './mail-round.ts';
import { createSender, type Round, type SenderDeps } from './send-letters.ts';

export type DeliveryDeps = SenderDeps & {
  readonly store: Store;
  /** The connector that is on for an administration. */
  readonly mailFor: (administration: Administration) => Promise<MailPort>;
  readonly makeLetter: (
    asked: AskedLetter['asked'],
    communicationId: string,
  ) => Promise<RenderedLetter>;
  /** Keeps the letter exactly as it leaves. */
  readonly keepDocuments: (letters: readonly KeptLetter[], which: 'new' | 'again') => Promise<void>;
};

/**
 * Reserve, look again, send, confirm: for all letters that a batch of instances asks for. A key that
 * is taken already tells how far an earlier try came; what may have left is never sent again unless
 * the connector proves that the same key is delivered once.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createDelivery(deps: DeliveryDeps) {
  const rows = deps.store
    .table(communications)
    .in(systemScope('letters of many administrations leave together'));
  const send = createSender(deps);

  return async (asked: readonly AskedLetter[], round: Round): Promise<void> => {
    const made = await Promise.all(asked.map((one) => make(one, draftRow(one, round.now))));
    const ready = made.filter((one) => one !== null);
    const fresh = await reserve(ready);
    await send(fresh, round);
  };

  /** Makes the letter; what is missing for it is the answer to the instance that asked. */
  async function make(one: AskedLetter, draft: Communication): Promise<LetterOnTheWay | null> {
    try {
      const port = await deps.mailFor(one.asked.facts.administration);
      const letter = await deps.makeLetter(one.asked, draft._id.toHexString());
      const { subject, fingerprint, language } = letter;
      const row = { ...draft, subject, fingerprint, language };
      return { ...one, letter, port, row, mayHaveLeft: false };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      one.reject(error);
      return null;
    }
  }

  /** Takes the keys. Returns the letters that are to be sent now; the others have been answered. */
  async function reserve(letters: readonly LetterOnTheWay[]): Promise<LetterOnTheWay[]> {
    if (letters.length === 0) return [];
    try {
      await rows.insertRaw(letters.map((one) => one.row));
      await deps.keepDocuments(letters, 'new');
      return [...letters];
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const stored = await rows.find({ key: { $in: letters.map((one) => one.row.key) } });
    const byKey = new Map(stored.map((row) => [row.key, row]));
    const onward: LetterOnTheWay[] = [];
    for (const letter of letters) {
      const known = byKey.get(letter.row.key);
      const next = known ? await takeUp(letter, known) : null;
      if (next) onward.push(next);
    }
    await deps.keepDocuments(onward, 'again');
    return onward;
  }

  /** Goes on where an earlier try stopped. */
  async function takeUp(
    letter: LetterOnTheWay,
    known: Communication,
  ): Promise<LetterOnTheWay | null> {
    const communicationId = known._id.toHexString();
    const { state } = known;
    if (known._id.equals(letter.row._id)) return letter;
    if (state === 'sent') {
      letter.resolve({ communicationId });
      return null;
    }
    if (state === 'refused') {
      letter.resolve({ refused: message('letter.refused') });
      return null;
    }
    if (state === 'ambiguous' || (state === 'sending' && !mayRepeat(letter, known))) {
      await deps.markAmbiguous([known]);
      letter.reject(new StepAmbiguousError(communicationId));
      return null;
    }
    return renewed(letter, known);
  }

  async function renewed(
    letter: LetterOnTheWay,
    known: Communication,
  ): Promise<LetterOnTheWay | null> {
    try {
      return await renew(letter, known);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      letter.reject(error);
      return null;
    }
  }

  /** The same letter under its first id; made again, since links and amounts may differ by now. */
  async function renew(letter: LetterOnTheWay, known: Communication): Promise<LetterOnTheWay> {
    const made = await deps.makeLetter(letter.asked, known._id.toHexString());
    const { subject, fingerprint, language } = made;
    const { openCents, to, divertedTo, because, reservedAt } = letter.row;
    const change = {
      subject,
      fingerprint,
      language,
      openCents,
      to,
      divertedTo,
      because,
      reservedAt,
    };
    const mayHaveLeft = known.state === 'sending';
    const state = mayHaveLeft ? ('sending' as const) : ('reserved' as const);
    await rows.updateOne({ _id: known._id }, { $set: { ...change, state } });
    return { ...letter, letter: made, row: { ...known, ...change, state }, mayHaveLeft };
  }
}

/** The same demand once more to a connector that delivers a key once: whatever happened, it is there once. */
function mayRepeat({ port, row }: LetterOnTheWay, known: Communication): boolean {
  return port.isIdempotent && row.openCents === known.openCents;
}
