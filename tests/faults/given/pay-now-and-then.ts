import { cents } from '@inning/sdk';
import { invoices } from '../../../core/domain/invoices/index.ts';
import { dayAt } from '../../../core/time/index.ts';
import { type FaultRun, ZONE } from '../given/fault-run.ts';
import type { MailSignals } from '../crew/mail-signals.ts';
import type { SeededRandom } from '../crew/seeded-random.ts';

export type PayingOptions = {
  readonly random: SeededRandom;
  readonly signals: MailSignals;
  /** A payment comes in at every so many mails, while others are under way. */
  readonly everyMails: number;
};

/** Debtors who pay, all or half, while letters to them and to others leave. */
export function payNowAndThen(run: FaultRun, { random, signals, everyMails }: PayingOptions) {
  const bookings: Promise<void>[] = [];
  const payers: string[] = [];
  signals.every(everyMails, () => void bookings.push(pay()));

  async function pay(): Promise<void> {
    const { world } = run;
    const debtor = random.pick(run.debtors);
    const isHalf = random.between(1, 3) === 1;
    const open = await world.store
      .table(invoices)
      .in(world.scope)
      .find({ debtorId: debtor._id, openCents: { $gt: 0 } });
    const owedCents = open.reduce((sum, one) => sum + one.openCents, 0);
    if (owedCents === 0) return;
    payers.push(String(debtor._id));
    await world.payments.bookByHand(world.scope, {
      debtorId: debtor._id,
      amountCents: cents(isHalf ? Math.ceil(owedCents / 2) : owedCents),
      receivedOn: dayAt(world.clock.now(), ZONE),
      by: 'test',
    });
  }

  return {
    /** Who paid, once for every payment. */
    payers: (): readonly string[] => payers,
    /** Resolves when all of them stand in the books; rejects when one could not be booked. */
    booked: async () => void (await Promise.all(bookings)),
  };
}
