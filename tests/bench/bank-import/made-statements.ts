import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { buildZip } from '../../../connectors/bank-camt053/fixtures/build-zip.ts';

export const ACCOUNT = 'NL38RABO0123456703';
/** Of so many bookings one pays an invoice of the books; the others come from strangers. */
export const STRANGERS_PER_PAYER = 10;

/** The number and the amount of an invoice, which some booking names. */
export const invoiceAt = (at: number) => ({
  number: `2026${String((at + 11) * 7919).padStart(9, '0')}`,
  totalCents: 1_000 + ((at * 37) % 90_000),
});

function bookingAt(at: number) {
  const isPayer = at % STRANGERS_PER_PAYER === 0;
  const { number, totalCents } = invoiceAt(at / STRANGERS_PER_PAYER);
  const id = String(at).padStart(14, '0');
  return {
    id,
    cents: isPayer ? totalCents : 4_242 + (at % 50_000),
    name: isPayer ? `Debtor ${(at / STRANGERS_PER_PAYER) % 500}` : `Vreemdeling ${at % 90_000}`,
    text: isPayer ? `factuur ${number}` : `verkoop op de markt van ${at % 365} met dank ${id}`,
  };
}

export type Made = { readonly path: string; readonly bookings: number };

/** An MT940 statement of one account, about 200 bytes a booking. */
export function writeMt940({ path, bookings }: Made): void {
  const write = writer(path);
  write(`:20:REF\n:25:${ACCOUNT}\n:28C:61/1\n:60F:C260301EUR0,00\n`);
  let total = 0;
  for (let at = 0; at < bookings; at += 1) {
    const { id, cents, name, text } = bookingAt(at);
    total += cents;
    write(`:61:2603020302C${euros(cents, ',')}NTRFNONREF//B${id}\n`);
    const account = `NL20INGB${String(at % 100_000).padStart(10, '0')}`;
    write(`:86:/TRTP/SEPA OVERBOEKING/IBAN/${account}/BIC/INGBNL2A/NAME/${name}\n`);
    write(`/REMI/${text}/EREF/E2E-${id}\n`);
  }
  write(`:62F:C260302EUR${euros(total, ',')}\n-\n`);
  write(null);
}

/** A CAMT.053 statement: an entry for each booking, or all of them as one entry. */
export function writeCamt({ path, bookings, isBatch }: Made & { readonly isBatch: boolean }): void {
  const write = writer(path);
  let total = 0;
  for (let at = 0; at < bookings; at += 1) total += bookingAt(at).cents;
  write(camtHead(total));
  const entry = (cents: number, reference: string) =>
    `<Ntry><Amt Ccy="EUR">${euros(cents, '.')}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>` +
    `<BookgDt><Dt>2026-03-02</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls>\n`;
  if (isBatch) write(entry(total, 'BATCH0000000001'));
  for (let at = 0; at < bookings; at += 1) {
    const { id, cents } = bookingAt(at);
    if (!isBatch) write(entry(cents, `E${id}`));
    write(detailOf(at));
    if (!isBatch) write('</NtryDtls></Ntry>\n');
  }
  write(`${isBatch ? '</NtryDtls></Ntry>' : ''}</Stmt></BkToCstmrStmt></Document>`);
  write(null);
}

/** A zip of several days, each a CAMT.053 file. */
export function writeZip({ path, bookings }: Made, days: number): void {
  const files = Array.from({ length: days }, (_, day) => {
    const part = `${path}.${day}.xml`;
    writeCamt({ path: part, bookings: Math.floor(bookings / days), isBatch: false });
    const text = readFileSync(part, 'utf8')
      .replaceAll('2026-03-02', `2026-03-${String(day + 2).padStart(2, '0')}`)
      .replaceAll('<AcctSvcrRef>', `<AcctSvcrRef>${day}`);
    return { name: `2026-03-${day}.xml`, text };
  });
  writeFileSync(path, buildZip(files));
}

function camtHead(total: number): string {
  const balance = (code: string, cents: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(cents, '.')}</Amt>` +
    '<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>' +
    '<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-03-03T08:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id>' +
    `<Acct><Id><IBAN>${ACCOUNT}</IBAN></Id><Ccy>EUR</Ccy></Acct>` +
    balance('OPBD', 0) +
    balance('CLBD', total)
  );
}

function detailOf(at: number): string {
  const { id, cents, name, text } = bookingAt(at);
  const account = `NL20INGB${String(at % 100_000).padStart(10, '0')}`;
  return (
    `<TxDtls><Refs><AcctSvcrRef>R${id}</AcctSvcrRef><EndToEndId>E2E-${id}</EndToEndId></Refs>` +
    `<AmtDtls><TxAmt><Amt Ccy="EUR">${euros(cents, '.')}</Amt></TxAmt></AmtDtls>` +
    `<RltdPties><Dbtr><Nm>${name}</Nm></Dbtr><DbtrAcct><Id><IBAN>${account}</IBAN></Id></DbtrAcct></RltdPties>` +
    `<RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>\n`
  );
}

const euros = (cents: number, mark: string): string =>
  `${Math.floor(cents / 100)}${mark}${String(cents % 100).padStart(2, '0')}`;

/** Gathers what is written into pieces of a megabyte; null ends it. */
function writer(path: string) {
  const file = openSync(path, 'w');
  let held: string[] = [];
  return (text: string | null): void => {
    if (text !== null) held.push(text);
    if (text !== null && held.length < 10_000) return;
    writeSync(file, held.join(''));
    held = [];
    if (text === null) closeSync(file);
  };
}
