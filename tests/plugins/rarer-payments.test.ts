import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { matchCommand } from '../../plugins/payment-matching/match.command.ts';
import type { Allocation } from '../bench/matching/payments/payment.ts';
import { writeSet } from '../bench/matching/write-set.ts';

type Truth = {
  transactionId: string;
  category: string;
  kind: string;
  allocations: Allocation[];
  accepted?: Allocation[][];
};
type Line = { transactionId: string; decision: string; allocations: Allocation[] };
type Judged = { readonly kind: string; readonly isBooked: boolean; readonly isRight: boolean };

let folder: string;
let judged: Judged[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rarer-'));
  const size = { invoices: 20_000, payments: 1_500, administrations: 10 };
  writeSet(folder, { ...size, mix: 'rarer', seed: 51 });
  const output = join(folder, 'result.jsonl');
  const say = () => undefined;
  await matchCommand.run(['--input', join(folder, 'input'), '--output', output], say, say);
  const lines = (await readFile(output, 'utf8')).trim().split('\n');
  const byId = new Map(
    lines.map((text) => JSON.parse(text) as Line).map((line) => [line.transactionId, line]),
  );
  const truths = JSON.parse(await readFile(join(folder, 'truth/truth.json'), 'utf8')) as Truth[];
  judged = truths.map((truth) => judge(truth, byId.get(truth.transactionId)!));
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

it('books payments of Belgian, German and odd making nearly all, and nearly never wrongly', () => {
  const wrong = judged.filter(({ isBooked, isRight }) => isBooked && !isRight);

  expect(wrong.map(({ kind }) => kind).length).toBeLessThanOrEqual(2);
});

it.each([
  ['ogm_right', 95],
  ['ogm_mistyped', 90],
  ['split_kenmerk', 95],
  ['glued_capitals', 95],
  ['german_text', 95],
  ['french_text', 95],
  ['double_name', 88],
  ['abbreviated_firm', 85],
  ['cent_off_unnamed', 90],
  ['bank_costs_unnamed', 80],
  ['discount_unsaid', 95],
  ['discount_list', 95],
  ['list_two_typos', 90],
  ['paid_number_open_amount', 80],
] as const)('books %s, at least %i of 100', (kind, least) => {
  const its = judged.filter((one) => one.kind === kind);
  const right = its.filter(({ isBooked, isRight }) => isBooked && isRight);

  expect(its.length).toBeGreaterThan(20);
  expect((100 * right.length) / its.length).toBeGreaterThanOrEqual(least);
});

const keyOf = (allocations: readonly Allocation[]): string =>
  allocations
    .map((one) => `${one.invoiceId}:${one.amountCents}`)
    .toSorted()
    .join(' ');

function judge(truth: Truth, line: Line): Judged {
  const accepted = (truth.accepted ?? [truth.allocations]).map(keyOf);
  const isRight = truth.kind !== 'none' && accepted.includes(keyOf(line.allocations));
  return { kind: truth.category, isBooked: line.decision === 'auto', isRight };
}
