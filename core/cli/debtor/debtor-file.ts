import type { Locale, Message } from '@inning/sdk';
import { sayMessage } from '@inning/sdk';
import type { App } from '../../app.ts';
import { type Debtor, explainBehaviour } from '../../domain/debtors/index.ts';
import { flowOfDebtor } from '../../flow-of-debtor.ts';
import { allTexts } from '../../texts.ts';
import { dayAt } from '../../time/index.ts';
import { commandScope } from '../find-books.ts';

/** What is known of a debtor, as plain data; sentences are in the reader's language. */
export type DebtorFile = Awaited<ReturnType<typeof readDebtorFile>>;

const MOST = 200;

export async function readDebtorFile(app: App, debtor: Debtor, locale: Locale) {
  const { rooms, flows, registries } = app;
  const debtorId = debtor._id;
  const texts = allTexts(registries);
  const say = (said: unknown) => (said ? sayMessage(texts, said as Message, locale) : null);
  const page = { limit: MOST };

  const [listed, home, invoices, payments, instances, timeline, flow] = await Promise.all([
    rooms.debtors.describe(commandScope, debtorId),
    rooms.administrations.get(commandScope, debtor.administrationId),
    rooms.invoices.list(commandScope, { debtorId, history: true, page }),
    rooms.payments.list(commandScope, debtorId, page),
    flows.instances.list(commandScope, { debtorId }),
    rooms.timeline.of(commandScope, debtorId, page),
    flowOfDebtor(app)(commandScope, debtor),
  ]);

  return {
    number: debtor.number,
    name: debtor.name,
    kind: debtor.kind,
    language: debtor.language,
    email: debtor.email ?? null,
    phone: debtor.phone ?? debtor.mobile ?? null,
    administration: { number: home.number, name: home.name },
    isPaused: listed.isPaused,
    openCents: listed.totals?.openCents ?? 0,
    overdueCents: listed.totals?.overdueCents ?? 0,
    behaviour: say(explainBehaviour(debtor.behaviour as never, flow?.name ?? '–')),
    invoices: invoices.items.map(({ invoice }) => ({
      number: invoice.number,
      invoicedOn: invoice.invoicedOn,
      dueOn: invoice.dueOn,
      totalCents: invoice.totalCents,
      openCents: invoice.openCents,
      costState: invoice.costState,
      paidOn: invoice.paidOn ?? null,
    })),
    payments: payments.items.map((payment) => ({
      receivedOn: payment.receivedOn,
      amountCents: payment.amountCents,
      isReversed: payment.reversedAt !== null,
      because: say(payment.because),
    })),
    flows: instances.map((instance) => ({
      id: instance._id.toHexString(),
      state: instance.state,
      nodeId: instance.nodeId,
      plannedOn: instance.plannedOn ?? null,
      waiting: say(instance.waiting),
    })),
    timeline: timeline.items.map(({ at, source, said, by }) => ({
      on: dayAt(at, home.timeZone),
      source,
      text: say(said),
      by,
    })),
  };
}
