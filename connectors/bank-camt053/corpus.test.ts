import { readFileSync } from 'node:fs';
import type { BankStatement } from '@inning/sdk';
import { expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../tests/kit/shared.ts';
import { parseCents } from './statement/amounts.ts';
import { readAll } from './fixtures/build-camt.ts';

const CORPUS = 'corpora/camt053/';
const HUISHOUDBOEKJE = 'frameless__huishoudboekje-nl-design-system-demo/';
const UNIT_CASES = `${HUISHOUDBOEKJE}huishoudboekje_services/BankServices.Tests/CsmServicesTests/CamtTestFiles/`;
const MUTATIONS = `${HUISHOUDBOEKJE}backend/tests/graphql/mutations/customer_statement_messages/`;

/** Files that must be refused, with a piece of the reason. */
const REFUSED: Readonly<Record<string, string>> = {
  [`${MUTATIONS}incorrect.xml`]: 'pain.001', // Its own source says "must reject".
  [`${UNIT_CASES}incorrectCamtType.xml`]: 'camt.050', // Made by its source to be the wrong type.
  [`${UNIT_CASES}camt053_Transactions_One_Missing_AmountAndCdtDbtInd.xml`]: 'does not say CRDT',
  'hbci4j__hbci4java/test-camt-parse-invalid.xml': 'no statement', // Its source refuses it too.
  'viafintech__camt_parser/general/invalid_namespace.xml': 'no statement', // An empty message.
};

/** Files that rightly read otherwise than the independent reader or the source says. */
const READ_OTHERWISE: Readonly<Record<string, (statements: readonly BankStatement[]) => void>> = {
  // The entry has no amount of its own; the reader says 0, ours takes that of its transaction.
  [`${UNIT_CASES}camt053_Transactions_One_OnlyTxtAmntTag_Amount.xml`]: ([statement]) => {
    expect(statement?.lines).toMatchObject([{ amountCents: -14_845 }]);
    expect(statement?.warnings[0]?.message).toContain('no amount of its own');
  },
  // The source says what one of the two statements is; the other is of a month later.
  'OCA__bank-statement-import/test-camt053.zip': (statements) => {
    expect(statements).toMatchObject([
      { account: 'NL77ABNA0574908765', openingCents: 1_556_827, closingCents: 1_512_112 },
      { account: 'NL77ABNA0574908765', openingCents: 1_556_827, closingCents: 1_512_112 },
    ]);
    expect(statements.map(({ lines }) => lines[0]?.bookedOn)).toEqual(['2014-02-05', '2014-03-05']);
  },
  // Booked at 2014-01-04T23:00:00.000Z, which is how this bank writes the fifth of January.
  'OCA__bank-statement-import@13.0/account_bank_statement_import_camt_oca/test_files/test-camt053-bookgdt-dttm':
    ([statement]) => {
      expect(statement?.lines).toMatchObject([{ amountCents: -75_425, bookedOn: '2014-01-05' }]);
    },
};

type Derived = {
  readonly account: string;
  readonly id: string | null;
  readonly balances: readonly { type: string; amount: string; sign: string | null }[];
  readonly sum_booked: string;
  readonly balance_ok: boolean | null;
  readonly entries: readonly {
    readonly booking: string | null;
    readonly status: string | null;
    readonly counterparty_ibans: readonly string[];
    readonly end_to_end_ids: readonly string[];
    readonly n_txdtls: number;
  }[];
};
type Expected = {
  readonly derived: { readonly statements: readonly Derived[] } | null;
  readonly source_expected: readonly { readonly type: string; readonly data?: object }[] | null;
};

const json = (path: string) => JSON.parse(readFileSync(`${sharedDir()}${CORPUS}${path}`, 'utf8'));

function cents(text: string, sign: string | null = null): number {
  const amount = parseCents(text.replace('-', ''));
  if (typeof amount === 'string') throw new Error(amount);
  return text.startsWith('-') || sign === 'DBIT' ? -amount : amount;
}

const sumOf = (statement: BankStatement) =>
  statement.lines.reduce((sum, line) => sum + line.amountCents, 0);

const isBooked = ({ status }: { status: string | null }) => status === null || status === 'BOOK';

function expectDerived(statement: BankStatement, derived: Derived): void {
  expect(statement.account).toBe(derived.account);
  expect(statement.number).toBe(derived.id ?? statement.number);
  expect(sumOf(statement)).toBe(cents(derived.sum_booked));
  expectBalances(statement, derived);
  expectLines(statement, derived.entries.filter(isBooked));
}

function expectBalances(statement: BankStatement, { balances, balance_ok: isOk }: Derived): void {
  const balance = (...types: string[]) =>
    types.map((type) => balances.find((one) => one.type === type)).find(Boolean);
  const opening = balance('OPBD', 'PRCD');
  const closing = balance('CLBD');
  if (opening) expect(statement.openingCents).toBe(cents(opening.amount, opening.sign));
  if (closing) expect(statement.closingCents).toBe(cents(closing.amount, closing.sign));

  // A balance without a sign counts as negative there; ours then add up where theirs do not.
  const hasSigns = balances.every(({ sign }) => sign !== null);
  const said = statement.warnings.map(({ message }) => message).join();
  if (hasSigns && isOk !== null) expect(/balances (do not|were not)/.test(said)).toBe(!isOk);
}

function expectLines({ lines }: BankStatement, booked: Derived['entries']): void {
  expect(lines.length).toBeGreaterThanOrEqual(booked.length);

  const days = new Set(booked.map(({ booking }) => booking?.slice(0, 10) ?? null));
  if (!days.has(null)) expect(new Set(lines.map((line) => line.bookedOn))).toEqual(days);

  // Where an entry has no transactions, both come from the bank's line of text.
  if (booked.some((entry) => entry.n_txdtls === 0)) return;
  const ibans = booked.flatMap((entry) => entry.counterparty_ibans);
  const accounts = lines.map((line) => line.counterpartyAccount ?? '');
  for (const iban of accounts.filter((account) => /^[A-Z]{2}\d{2}/.test(account))) {
    expect(ibans).toContain(iban);
  }
  const ids = booked.flatMap((entry) => entry.end_to_end_ids);
  for (const { endToEndId } of lines) if (endToEndId !== null) expect(ids).toContain(endToEndId);
}

type Summary = {
  readonly account: string;
  readonly opening_balance: string;
  readonly closing_balance: string;
  readonly n_transactions: number;
  readonly tx: readonly { i: number; counterparty?: string; amount?: string; date?: string }[];
};
type OcaStatement = {
  readonly balance_start: number;
  readonly balance_end_real: number;
  readonly transactions: readonly {
    readonly account_number: string;
    readonly amount: number;
    readonly date: string;
    readonly partner_name: string;
  }[];
};
type GenkgoEntry = {
  readonly getStatus: string;
  readonly getAmount: { readonly getAmount: string; readonly getCurrency: { getCode: string } };
};

/** What the tests of the source say, in the three shapes in which they say it. */
function expectSource(statements: readonly BankStatement[], data: object): void {
  if (Array.isArray(data)) expectOca(statements, data as [string, string, OcaStatement[]]);
  else if ('tx' in data) expectSummary(statements[0], data as Summary);
  else expectGenkgo(statements, data as { getEntries: readonly GenkgoEntry[] });
}

function expectOca(
  statements: readonly BankStatement[],
  [currency, account, expected]: [string, string, OcaStatement[]],
): void {
  expect(statements[0]).toMatchObject({ currency, account });
  expect(statements.map(({ openingCents }) => openingCents)).toEqual(
    expected.map((one) => Math.round(one.balance_start * 100)),
  );
  expect(statements.flatMap(({ lines }) => lines)).toMatchObject(
    expected.flatMap((one) =>
      one.transactions.map((transaction) => ({
        amountCents: Math.round(transaction.amount * 100),
        bookedOn: transaction.date,
        counterpartyAccount: transaction.account_number,
        counterpartyName: transaction.partner_name,
      })),
    ),
  );
}

function expectSummary(statement: BankStatement | undefined, summary: Summary): void {
  expect(statement).toMatchObject({
    account: summary.account,
    openingCents: cents(summary.opening_balance),
    closingCents: cents(summary.closing_balance),
  });
  expect(statement?.lines).toHaveLength(summary.n_transactions);
  for (const { i, counterparty, amount, date } of summary.tx) {
    const line = statement?.lines[i];
    // Their amounts have no sign.
    const said = [
      [line?.counterpartyAccount, counterparty],
      [Math.abs(line?.amountCents ?? 0), amount && cents(amount)],
      [line?.bookedOn, date],
    ].filter(([, expected]) => expected !== undefined);
    expect(said.map(([ours]) => ours)).toEqual(said.map(([, theirs]) => theirs));
  }
}

function expectGenkgo(
  statements: readonly BankStatement[],
  { getEntries }: { getEntries: readonly GenkgoEntry[] },
): void {
  const lines = statements.flatMap((one) => one.lines);
  for (const { getStatus, getAmount: amount } of getEntries) {
    if (getStatus !== 'BOOK') continue;
    const said = { amountCents: Number(amount.getAmount), currency: amount.getCurrency.getCode };
    expect(lines).toContainEqual(expect.objectContaining(said));
  }
}

describeWithShared('every file of the corpus', CORPUS, () => {
  const manifest: readonly { file: string; expected: string | null }[] = json('manifest.open.json');

  for (const { file, expected } of manifest) {
    if (expected === null) continue; // Schemas and the output of another program.
    const name = file.slice('files/'.length);
    const bytes = readFileSync(`${sharedDir()}${CORPUS}${file}`);
    const read = () => readAll({ name, bytes });
    const refused = REFUSED[name];

    it(refused === undefined ? `reads ${name}` : `refuses ${name}`, () => {
      if (refused !== undefined) {
        expect(read).toThrow(refused);
        return;
      }
      const { derived, source_expected: sources } = json(expected) as Expected;
      const statements = read();
      const otherwise = READ_OTHERWISE[name];

      if (otherwise !== undefined) return otherwise(statements);
      expect(statements).toHaveLength(derived?.statements.length ?? 0);
      statements.forEach((statement, i) => expectDerived(statement, derived!.statements[i]!));
      for (const source of sources ?? []) {
        if (source.type === 'json') expectSource(statements, source.data ?? {});
      }
      for (const { lines } of statements) {
        expect(new Set(lines.map(({ bankReference }) => bankReference)).size).toBe(lines.length);
      }
    });
  }

  it('names files that exist in its lists', () => {
    const names = new Set(manifest.map(({ file }) => file.slice('files/'.length)));

    for (const name of [...Object.keys(REFUSED), ...Object.keys(READ_OTHERWISE)]) {
      expect(names).toContain(name);
    }
  });
});
