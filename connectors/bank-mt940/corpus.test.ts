import { readFileSync } from 'node:fs';
import type { BankLine, BankReadOptions, BankStatement } from '@inning/sdk';
import { expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../tests/kit/shared.ts';
import { bookingsIn, factsIn, type Source, toCents } from './fixtures/source-expectations.ts';
import { readAll } from './fixtures/build-mt940.ts';

const CORPUS = 'corpora/mt940/';
const HUISHOUDBOEKJE = 'frameless__huishoudboekje-nl-design-system-demo/';

/** One or two fields by themselves, for the unit tests of a parser: only read when parts are allowed. */
const FRAGMENTS: readonly string[] = [
  'wolph__mt940/betterplace/empty_entry_date.sta',
  'wolph__mt940/betterplace/empty_line.sta',
  'wolph__mt940/cmxl/account_identification_legacy.sta',
  'wolph__mt940/cmxl/available_balance.sta',
  'wolph__mt940/cmxl/closing_balance.sta',
  'wolph__mt940/cmxl/statement_details.sta',
  'wolph__mt940/cmxl/statement_line.sta',
  'wolph__mt940/cmxl/statement_number.sta',
  'wolph__mt940/self-provided/empty_non_swift.sta',
  'wolph__mt940/self-provided/sparkassen.sta',
  'my-flow__mt940/account_identification_option_B.sta',
  'my-flow__mt940/duplicate_spaces.sta',
  'my-flow__mt940/empty_entry_date.sta',
  'my-flow__mt940/empty_line.sta',
  'my-flow__mt940/existing_booking_date.sta',
  'my-flow__mt940/line_breaks_with_@@.sta',
  'my-flow__mt940/line_breaks_with_rn.sta',
  'my-flow__mt940/missing_booking_date.sta',
  'my-flow__mt940/non_ref.sta',
  'my-flow__mt940/short_name_of_account_owner.sta',
];

/** Files that are refused unless parts are allowed, with a piece of the reason. */
const PARTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FRAGMENTS.map((name) => [name, ''])),
  // Broken on purpose: the account is missing.
  'svenstaro__mt940-rs/mt940/special-cases/unexpected_tag.sta': 'no account',
  // Cut off: what comes after the last line is not known to be complete.
  'my-flow__mt940/sepa_snippet_broken_2.sta': 'cut off',
  'my-flow__mt940/sepa_snippet_broken_3.sta': 'cut off',
  'zilverline__mt940/knab/knab_invalid.txt': 'cut off',
  'fruitl00p__php-mt940/Rabo/sample2': 'no account', // Its second statement is only a `:20:`.
};

/** Not MT940 at all. */
const REFUSED: readonly string[] = [
  `${HUISHOUDBOEKJE}backend/tests/graphql/mutations/customer_statement_messages/test.txt`,
  'svenstaro__mt940-rs/mt940/special-cases/invalid_statement.sta',
  'wolph__mt940/self-provided/invalid_statement.sta',
];

/** The hint runs two statements together, or does not know how the lines end. */
const DERIVED_WRONG: readonly string[] = [
  'zilverline__mt940/two_accounts.txt',
  'my-flow__mt940/line_breaks_with_@@.sta',
];

/** Facts of a source that are a matter of its own taste, and what ours is. */
const OWN_TASTE: Readonly<Record<string, string>> = {
  // Leaves out the word SEPA, or glues the other parts.
  'ing/eu_incasso.txt': 'description',
  'ing/eu_incasso_foreign_transaction.txt': 'description',
  'ing/eu_incasso_with_spaces_in_sepa.txt': 'description',
  'ing/failing.txt': 'description',
  'ing/unstructured_remi.txt': 'name description', // Guesses a name from a card payment.
  'knab/knab.txt': 'description', // Repeats account and name in the description.
  'knab/knab_with_iban.txt': 'description', // Idem.
  'zilverline__mt940/triodos.txt': 'description', // Puts the own account behind it.
  'sandermarechal__jejik-mt940/deutschebank.txt': 'endToEndId', // With what comes behind it.
  'wolph__mt940/betterplace/sepa_mt9401.sta': 'endToEndId', // Idem.
  'wolph__mt940/betterplace/sepa_snippet.sta': 'endToEndId', // Idem.
  'gpaulissen__ofxstatement-mt940/mt940_ASN.txt': 'description', // Numbers equal texts `#2`.
  // Takes the national number of part 31, where part 38 has the IBAN.
  'cmxl/mt940_2.sta': 'account',
  'wolph__mt940/cmxl/mt940.sta': 'account',
  'self-provided/multiline.sta': 'account',
  'wolph__mt940/self-provided/wrapped_timestamp.sta': 'endToEndId mandateId', // Takes zeros for one.
  // Tests itself with texts that are not in the file.
  'fruitl00p__php-mt940/Rabo/sample3': 'description',
};

type Derived = {
  readonly account: string | null;
  readonly opening: { readonly amount: string; readonly date: string } | null;
  readonly closing: { readonly amount: string; readonly date: string } | null;
  readonly n_61: number;
  readonly sum_61: string;
  readonly unparsed_61: number;
  readonly balance_ok: boolean | null;
};
type Expected = {
  readonly derived: { readonly statements: readonly Derived[] };
  readonly source_expected: readonly Source[] | null;
};

const readBytes = (path: string) => readFileSync(`${sharedDir()}${CORPUS}${path}`);
const json = (path: string) => JSON.parse(readBytes(path).toString('utf8'));
const six = (day: string | null) => day?.slice(2).replaceAll('-', '') ?? null;
const tasteOf = (name: string) =>
  Object.entries(OWN_TASTE).find(([end]) => name.endsWith(end))?.[1] ?? '';

function expectDerived(statement: BankStatement, derived: Derived): void {
  expect(statement.openingCents).toBe(derived.opening ? toCents(derived.opening.amount) : null);
  expect(statement.closingCents).toBe(derived.closing ? toCents(derived.closing.amount) : null);
  expect(six(statement.openingOn)).toBe(derived.opening?.date ?? null);
  expect(six(statement.closingOn)).toBe(derived.closing?.date ?? null);
  // Theirs keeps the currency behind the account; both keep points and zeros.
  const bare = (account: string) => account.replace(/ *[A-Z]{3} *$/, '').replaceAll(' ', '');
  // Broken on purpose: the text of a line stands in the field of the account, and theirs takes it.
  if (derived.account?.startsWith('166?')) return expectLines(statement, derived);
  if (derived.account !== null) expect(bare(statement.account)).toBe(bare(derived.account));
  expectLines(statement, derived);
}

function expectLines({ lines, warnings }: BankStatement, derived: Derived): void {
  // Lines that their reader cannot read are a lower-case sign and spaces for the entry day.
  if (derived.unparsed_61 > 0) {
    expect(lines.length).toBeGreaterThan(0);
    return;
  }
  const said = warnings.map(({ message }) => message).join();
  const zeros = /zero was left out(?:\. \((\d+) times)?/.exec(said);
  expect(lines.length + (zeros ? Number(zeros[1] ?? 1) : 0)).toBe(derived.n_61);
  expect(lines.reduce((sum, line) => sum + line.amountCents, 0)).toBe(toCents(derived.sum_61));
  if (derived.balance_ok !== null) expect(/do not add up/.test(said)).toBe(!derived.balance_ok);
}

function expectBookings(lines: readonly BankLine[], source: Source): void {
  const bookings = bookingsIn(source)?.filter(({ amountCents }) => amountCents !== 0);
  if (!bookings) return;
  expect(lines.map(({ amountCents, valueOn }) => ({ amountCents, valueOn }))).toEqual(
    bookings.map(({ amountCents, valueOn }) => ({ amountCents, valueOn })),
  );
  expect(lines.map(({ bookedOn }) => bookedOn)).toEqual(
    bookings.map(({ bookedOn, valueOn }) => bookedOn ?? valueOn),
  );
}

function expectFacts(lines: readonly BankLine[], source: Source, taste: string): void {
  const ours = {
    name: lines.map((line) => line.counterpartyName),
    account: lines.map((line) => line.counterpartyAccount),
    description: lines.map((line) => line.description),
    endToEndId: lines.map((line) => line.endToEndId),
    bic: lines.map((line) => line.counterpartyBic ?? null),
    mandateId: lines.map((line) => line.mandateId ?? null),
  };
  for (const { of, value } of factsIn(source)) {
    // How white space is tidied is a matter of taste, and where a line was cut it is a guess.
    const bare = (text: string | null) => text?.replace(/\s/g, '');
    if (!taste.includes(of)) expect(ours[of].map(bare)).toContain(bare(value));
  }
}

describeWithShared('every file of the corpus', CORPUS, () => {
  const manifest: readonly { file: string; expected: string }[] = json('manifest.open.json');

  for (const { file, expected } of manifest) {
    const name = file.slice('files/'.length);
    const read = (options?: BankReadOptions) => readAll({ name, bytes: readBytes(file) }, options);
    if (REFUSED.includes(name)) {
      it(`refuses ${name}`, () => {
        expect(() => read({ allowsParts: true })).toThrow('no MT940 statement');
      });
      continue;
    }

    it(`reads ${name}`, () => {
      const { derived, source_expected: sources } = json(expected) as Expected;
      const reason = PARTS[name];
      const statements = read({ allowsParts: reason !== undefined });
      if (reason !== undefined) expect(() => read()).toThrow(reason);
      const lines = statements.flatMap((statement) => statement.lines);

      if (!DERIVED_WRONG.includes(name)) {
        expect(statements).toHaveLength(derived.statements.length);
        statements.forEach((statement, i) => expectDerived(statement, derived.statements[i]!));
      }
      for (const source of sources ?? []) {
        expectBookings(lines, source);
        expectFacts(lines, source, tasteOf(name));
      }
      for (const statement of statements) {
        const references = statement.lines.map(({ bankReference }) => bankReference);
        expect(new Set(references).size).toBe(references.length);
      }
    });
  }

  it('names files that exist in its lists', () => {
    const names = new Set(manifest.map(({ file }) => file.slice('files/'.length)));

    for (const name of [...Object.keys(PARTS), ...REFUSED]) expect(names).toContain(name);
    for (const end of Object.keys(OWN_TASTE)) {
      expect([...names].filter((name) => name.endsWith(end))).toHaveLength(1);
    }
  });
});
