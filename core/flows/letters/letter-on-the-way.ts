import type { MailPort } from '@inning/sdk';
import type { Communication } from '../../domain/communications/index.ts';
import type { RenderedLetter } from '../../documents/index.ts';
import type { AskedLetter } from './mail-round.ts';

/** A letter between being asked for and having left. */
export type LetterOnTheWay = AskedLetter & {
  readonly row: Communication;
  readonly letter: RenderedLetter;
  readonly port: MailPort;
  /** An earlier try broke off while sending; only a connector that delivers a key once may repeat it. */
  readonly mayHaveLeft: boolean;
};

/** What the demand in a letter rests on: when this changes before it leaves, it is made anew. */
export function demandOf({ claim, facts }: AskedLetter['asked']): string {
  const demanded = claim.invoices
    .filter((one) => one.daysOverdue > 0 && !one.isDisputed)
    .map((one) => `${one.id}:${one.openCents}:${one.costState}:${one.announcedCents}`);
  const isPaused = facts.debtorPause !== null || facts.administrationPause !== null;
  return [claim.debtor.email, isPaused, facts.hasPlausiblePayment, ...demanded].join('|');
}
