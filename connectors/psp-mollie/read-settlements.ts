import {
  asFields,
  asText,
  type CalendarDate,
  cents,
  isCalendarDate,
  type JsonFields,
  type PluginHttp,
  type Settlement,
  type SettlementLine,
  sumCents,
} from '@inning/sdk';
import { centsOf } from './amounts.ts';
import { askMollie, embeddedRows } from './ask-mollie.ts';
import { momentOf } from './read-payment.ts';

const PER_PAGE = 50;
const LINES_PER_PAGE = 250;
/** More pages than Mollie can have of one settlement: a "next" that leads in a circle ends here. */
const MOST_PAGES = 400;

type Query = { readonly from: CalendarDate; readonly cursor: string | null };

/** What was paid out since a day, newest first, each with the payments, refunds and fees in it. */
export async function readSettlements(http: PluginHttp, { from, cursor }: Query) {
  const start = cursor === null ? '' : `&from=${encodeURIComponent(cursor)}`;
  const answer = await ask(http, `/settlements?limit=${PER_PAGE}${start}`);
  const rows = embeddedRows(answer, 'settlements').map(headOf);
  const isPast = rows.some((row) => row.settledOn !== null && row.settledOn < from);
  const wanted = rows.flatMap(({ settledOn, ...row }) =>
    settledOn !== null && settledOn >= from ? [{ ...row, settledOn }] : [],
  );
  const settlements: Settlement[] = [];
  for (const row of wanted) settlements.push({ ...row, lines: await linesOf(http, row) });
  return { settlements, next: isPast ? null : nextOf(answer) };
}

const ask = (http: PluginHttp, path: string) =>
  askMollie(http, { path, credential: 'organisation' });

function headOf(settlement: JsonFields) {
  const amount = settlement['amount'];
  return {
    settlementId: asText(settlement['id']) ?? '',
    reference: asText(settlement['reference']) ?? '',
    // Null while it is still open.
    settledOn: dayOf(settlement['settledAt']),
    amountCents: centsOf(amount),
    currency: asText(asFields(amount)['currency']) ?? 'EUR',
  };
}

type Head = Pick<Settlement, 'settlementId' | 'amountCents'>;

/** Whatever is left between what came in and what was paid out is what Mollie kept for its work. */
async function linesOf(http: PluginHttp, { settlementId, amountCents }: Head) {
  const path = `/settlements/${encodeURIComponent(settlementId)}`;
  const read = (name: string) => readAll(http, { path: `${path}/${name}`, name });
  const payments = (await read('payments')).map((row) => lineOf('payment', row));
  const refunds = (await read('refunds')).map((row) => lineOf('refund', row));
  const chargebacks = (await read('chargebacks')).map((row) => lineOf('chargeback', row));
  const lines = [...payments, ...refunds, ...chargebacks];
  const feeCents = cents(amountCents - sumCents(lines.map((line) => line.amountCents)));
  if (feeCents === 0) return lines;
  return [...lines, { kind: 'fee' as const, providerId: null, amountCents: feeCents }];
}

function lineOf(kind: 'payment' | 'refund' | 'chargeback', row: JsonFields): SettlementLine {
  const amountCents = centsOf(row['settlementAmount'] ?? row['amount']);
  const size = Math.abs(amountCents);
  return {
    kind,
    providerId: asText(row[kind === 'payment' ? 'id' : 'paymentId']),
    amountCents: cents(kind === 'payment' || size === 0 ? size : -size),
  };
}

async function readAll(http: PluginHttp, list: { readonly path: string; readonly name: string }) {
  const rows: JsonFields[] = [];
  let from: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const start: string = from === null ? '' : `&from=${encodeURIComponent(from)}`;
    const answer = await ask(http, `${list.path}?limit=${LINES_PER_PAGE}${start}`);
    rows.push(...embeddedRows(answer, list.name));
    const next = nextOf(answer);
    if (next === null || next === from) break;
    from = next;
  }
  return rows;
}

/** The `from` in the address of the next page. */
function nextOf(answer: JsonFields): string | null {
  const href = asText(asFields(asFields(answer['_links'])['next'])['href']);
  return href !== null && URL.canParse(href) ? new URL(href).searchParams.get('from') : null;
}

function dayOf(moment: unknown): CalendarDate | null {
  const day = momentOf(moment)?.slice(0, 10);
  return isCalendarDate(day) ? day : null;
}
