import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makePayments } from './make-set.ts';
import { giveOgmReferences, giveRfReferences } from './payments/harder-noise.ts';
import type { MadePayment } from './payments/payment.ts';
import { giveForeignNames } from './payments/rarer-names.ts';
import { createRandom } from './random.ts';
import type { World } from './records.ts';
import { makeWorld } from './world.ts';

export type SetSize = {
  invoices: number;
  payments: number;
  administrations: number;
  mix: string;
  seed: number;
};

/** Writes a set in the form of the matching contract: `input/` with CAMT.053 and `truth/truth.json`. */
export function writeSet(folder: string, size: SetSize): void {
  const random = createRandom(size.seed);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'input/camt053'), { recursive: true });
  mkdirSync(join(folder, 'truth'), { recursive: true });
  const world = makeWorld(random, size);
  if (size.mix === 'harder') giveRfReferences(world);
  if (size.mix === 'rarer') {
    giveOgmReferences(world);
    giveForeignNames(world);
  }
  const days = new Map<string, string[]>();
  const truth = openArray(join(folder, 'truth/truth.json'));
  let count = 0;
  for (const made of makePayments(world, random, { count: size.payments, mix: size.mix })) {
    const date = dayOf(Math.floor((count / size.payments) * 20));
    const transactionId = `T${date.replaceAll('-', '')}${String(count).padStart(8, '0')}`;
    const file = `${date}_${made.account}`;
    append(days, file, entryOf(made, transactionId, date));
    const { category, kind, account, allocations, accepted, amountCents, ambiguous } = made;
    truth.add({
      transactionId,
      category,
      kind,
      account,
      amountCents,
      allocations,
      ...(accepted ? { accepted } : {}),
      ambiguous: ambiguous ?? null,
    });
    count += 1;
  }
  truth.close();
  // Behind the payments, which add the reports of settlements.
  writeBooks(folder, world);
  for (const [name, entries] of days) {
    writeFileSync(
      join(folder, `input/camt053/${name}.xml`),
      statementOf(name.split('_')[1]!, entries),
    );
  }
}

const dayOf = (at: number): string => `2025-05-${String(at + 5).padStart(2, '0')}`;

function append(days: Map<string, string[]>, file: string, entry: string): void {
  const entries = days.get(file);
  if (entries) entries.push(entry);
  else days.set(file, [entry]);
}

function writeBooks(folder: string, world: World): void {
  const input = join(folder, 'input');
  const { accounts, administrations } = world;
  writeFileSync(
    join(input, 'administrations.json'),
    JSON.stringify({ accounts, administrations }, null, 1),
  );
  for (const [name, rows] of [
    ['debtors', world.debtors],
    ['invoices', world.invoices],
    ['plans', world.plans],
    ['settlements', world.settlements],
  ] as const) {
    const file = openArray(join(input, `${name}.json`));
    for (const row of rows) file.add(row);
    file.close();
  }
}

/** A JSON array with one object per line, written in pieces. */
function openArray(path: string) {
  const file = openSync(path, 'w');
  let waiting = '[\n';
  let isFirst = true;
  return {
    add(row: object): void {
      waiting += `${isFirst ? '' : ',\n'}${JSON.stringify(row)}`;
      isFirst = false;
      if (waiting.length > 1 << 20) {
        writeSync(file, waiting);
        waiting = '';
      }
    },
    close(): void {
      writeSync(file, `${waiting}\n]\n`);
      closeSync(file);
    },
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const xml = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign]!);
const element = (name: string, text: string | undefined): string =>
  text ? `<${name}>${xml(text)}</${name}>` : '';

function entryOf(made: MadePayment, transactionId: string, date: string): string {
  const amount = `${Math.floor(Math.abs(made.amountCents) / 100)}.${String(Math.abs(made.amountCents) % 100).padStart(2, '0')}`;
  const isCredit = made.amountCents > 0;
  const party = isCredit ? 'Dbtr' : 'Cdtr';
  const remittance = made.structured
    ? `<Strd><CdtrRefInf><Ref>${made.structured}</Ref></CdtrRefInf></Strd>`
    : element('Ustrd', made.text);
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${isCredit ? 'CRDT' : 'DBIT'}</CdtDbtInd>${made.isReversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>BOOK</Sts><BookgDt><Dt>${date}</Dt></BookgDt><AcctSvcrRef>${transactionId}</AcctSvcrRef><NtryDtls><TxDtls><Refs>${element('EndToEndId', made.endToEndId)}</Refs><RltdPties><${party}>${element('Nm', made.name)}</${party}><${party}Acct><Id><IBAN>${made.iban}</IBAN></Id></${party}Acct></RltdPties><RmtInf>${remittance}</RmtInf></TxDtls></NtryDtls></Ntry>`;
}

const balance = (code: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-05-05</Dt></Dt></Bal>`;
const BALANCES = balance('OPBD') + balance('CLBD');
const statementOf = (iban: string, entries: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>${BALANCES}\n${entries.join('\n')}\n</Stmt></BkToCstmrStmt></Document>\n`;
