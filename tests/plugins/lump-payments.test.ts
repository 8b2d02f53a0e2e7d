import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
type Line = {
  transactionId: string;
  decision: string;
  allocations: Allocation[];
  suggestions?: Allocation[][];
};
type Judged = {
  readonly truth: Truth;
  readonly isBooked: boolean;
  readonly isRight: boolean;
  readonly isShown: boolean;
};

/** Nothing in these says enough to book them without a person. */
const MUST_WAIT = [
  'lump_short',
  'lump_one_unknown',
  'lump_one_paid',
  'lump_unnamed',
  'lump_names_stated',
  'lump_elsewhere',
  'psp_unknown',
];
/** These say all, and nearly all of them are booked. */
const CLEAR: Readonly<Record<string, number>> = {
  lump_numbers: 92,
  lump_measures: 90,
  lump_kenmerken: 92,
  lump_dossiers: 80,
  lump_customers: 80,
  lump_stated: 80,
  account_of_several: 80,
  wage_garnishment: 92,
  psp_batch: 98,
  psp_dashes: 98,
  psp_no_number: 95,
  psp_refunds: 98,
};

describe('payments for many debtors at once, drawn from a seed', () => {
  let folder: string;
  let judged: Judged[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lump-'));
    const size = { invoices: 70_000, payments: 1_100, administrations: 10 };
    writeSet(folder, { ...size, mix: 'lump', seed: 41 });
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

  const ofKind = (kind: string) => judged.filter(({ truth }) => truth.category === kind);

  it('are right in nearly all that is booked', () => {
    const wrong = judged.filter(({ isBooked, isRight }) => isBooked && !isRight);
    const kinds = wrong.map(({ truth }) => truth.category).toSorted();

    expect(kinds.length, kinds.join(' ')).toBeLessThanOrEqual(3);
  });

  it.each(MUST_WAIT)('wait for a person, or are left alone: %s', (kind) => {
    expect(ofKind(kind).length).toBeGreaterThan(10);
    expect(ofKind(kind).filter(({ isBooked }) => isBooked)).toEqual([]);
  });

  it.each(Object.entries(CLEAR))(
    'are booked where they say enough: %s, %i of 100',
    (kind, least) => {
      const its = ofKind(kind);
      const right = its.filter(({ isBooked, isRight }) => isBooked && isRight);

      expect((100 * right.length) / its.length).toBeGreaterThanOrEqual(least);
    },
  );

  it.each(['lump_short', 'lump_one_unknown', 'lump_one_paid'])(
    'show the right booking among three proposals when the sum differs: %s',
    (kind) => {
      const shown = ofKind(kind).filter(({ isShown }) => isShown);

      expect((100 * shown.length) / ofKind(kind).length).toBeGreaterThanOrEqual(75);
    },
  );
});

const keyOf = (allocations: readonly Allocation[]): string =>
  allocations
    .map((one) => `${one.invoiceId}:${one.amountCents}`)
    .toSorted()
    .join(' ');

function judge(truth: Truth, line: Line): Judged {
  const accepted = (truth.accepted ?? [truth.allocations]).map(keyOf);
  const isBooked = line.decision === 'auto';
  const isRight = truth.kind !== 'none' && accepted.includes(keyOf(line.allocations));
  const isShown = (line.suggestions ?? [line.allocations]).some((one) =>
    accepted.includes(keyOf(one)),
  );
  return { truth, isBooked, isRight, isShown };
}
