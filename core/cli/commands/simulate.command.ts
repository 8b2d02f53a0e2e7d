import { formatDay, type Locale, sayMessage } from '@inning/sdk';
import type { App } from '../../app.ts';
import type { Debtor } from '../../domain/debtors/index.ts';
import { nodeLabel } from '../../flows/routes/flow-views.ts';
import { allTexts } from '../../texts.ts';
import { NotFoundHereError, UsageError } from '../cli.errors.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { findDebtor } from '../debtor/find-debtor.ts';
import { countOption, LANG_OPTION, localeOf } from '../demo/option-values.ts';
import { commandScope } from '../find-books.ts';
import { findFlow } from '../flow/find-flow.ts';
import { withApp } from '../open-app.ts';

const DAYS = 75;
const MOST_DAYS = 1_000;

export const simulateCommand = defineCommand({
  name: 'simulate',
  usage: ['simulate DEBTOR [--days N] [--flow SLUG] [--pay DAY:CENTS]... [--json]'],
  about: [
    'Lets days pass for one debtor, from today, in the flow that treats it or in another one. Nothing',
    'is stored or sent. `--pay 20:12500` lets € 125.00 come in on day 20.',
  ].join('\n'),
  options: {
    days: { type: 'string', value: 'N', help: `how many days; ${DAYS} by default` },
    flow: { type: 'string', value: 'SLUG', help: 'the flow to try' },
    pay: {
      type: 'string',
      multiple: true,
      value: 'DAY:CENTS',
      help: 'money that comes in, on a day counted from today',
    },
    administration: {
      type: 'string',
      value: 'NUMBER|ID',
      help: 'needed when several have that debtor',
    },
    lang: LANG_OPTION,
    json: { type: 'boolean', help: 'print one JSON object per line' },
  },
  words: { min: 1, max: 1 },
  async run({ options, words: [number = ''] }, io) {
    const days = countOption('days', options.days ?? `${DAYS}`, MOST_DAYS);
    const locale = localeOf(options.lang);
    const payments = options.pay.map(paymentOf);
    return withApp<ExitCode>(io, async (app) => {
      const debtor = await findDebtor(app, number, options.administration);
      const flow = options.flow ? await findFlow(app, options.flow, debtor.agencyId) : null;
      const asked = { days, payments, ...(flow ? { flowId: flow._id } : {}) };
      const lines = await simulated(app, debtor, { asked, locale });
      for (const line of lines) io.out(options.json ? JSON.stringify(line) : say(line, locale));
      if (lines.length === 0) io.err(`Nothing happens to ${debtor.name} in ${days} days.`);
      return 0;
    });
  },
});

function paymentOf(text: string): { day: number; amountCents: number } {
  const [, day, amount] = /^(\d{1,4}):(\d{1,12})$/.exec(text) ?? [];
  if (day === undefined || amount === undefined || Number(amount) === 0) {
    throw new UsageError(`--pay takes DAY:CENTS, such as 20:12500; not "${text}".`);
  }
  return { day: Number(day), amountCents: Number(amount) };
}

type Asked = Omit<Parameters<App['flows']['simulate']>[1], 'debtorId'>;
type Line = Awaited<ReturnType<typeof simulated>>[number];

async function simulated(
  app: App,
  debtor: Debtor,
  { asked, locale }: { readonly asked: Asked; readonly locale: Locale },
) {
  const debtorId = debtor._id;
  const result = await app.flows.simulate(commandScope, { debtorId, ...asked });
  if (!result) throw new NotFoundHereError(`Debtor ${debtor.number} is not there any more.`);
  const texts = allTexts(app.registries);
  const said = { types: app.registries.nodes, locale };
  return result.lines.map((line) => ({
    date: line.on,
    debtor: debtor.name,
    flow: result.flow,
    node: line.nodeId,
    event: line.event === 'done' ? (line.outcome ?? line.event) : line.event,
    reason: line.because ? sayMessage(texts, line.because, locale) : '',
    debtorNumber: debtor.number,
    at: line.at.toISOString(),
    label: nodeLabel(result.document, line.nodeId, said),
    overdueCents: line.overdueCents,
  }));
}

const say = ({ date, label, event, reason }: Line, locale: Locale): string =>
  `${formatDay(date, locale).padEnd(16)} ${label}: ${event}${reason ? `  (${reason})` : ''}`;
