import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { SaxesParser } from 'saxes';
import type { Payment } from '../reading/payment.ts';
import { MatchInputError } from './match-input.errors.ts';

/** One `Ntry` while it is read: text by the names of the elements around it. */
type Entry = Map<string, string>;

const MOST_DEPTH = 40;
const MOST_TEXT = 20_000;

/** The entries of a CAMT.053 file in their order; the file is read in pieces and one entry is kept at a time. */
export async function* readCamt(path: string): AsyncGenerator<Payment> {
  const name = basename(path);
  const done: Payment[] = [];
  const parser = createParser(name, done);
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    feed(parser, name, () => parser.write(String(chunk)));
    yield* done.splice(0);
  }
  feed(parser, name, () => parser.close());
  yield* done.splice(0);
}

function feed(parser: SaxesParser, name: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof MatchInputError) throw error;
    throw new MatchInputError(`${name}, line ${parser.line}`, 'this is not XML that can be read');
  }
}

function createParser(name: string, done: Payment[]): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  const path: string[] = [];
  let entry: Entry | null = null;
  let account = '';
  let text = '';
  parser.on('opentag', ({ name: tag }) => {
    path.push(tag);
    text = '';
    if (path.length > MOST_DEPTH) throw new MatchInputError(name, 'elements are nested too deep');
    if (tag === 'Ntry') entry = new Map();
  });
  parser.on('text', (more) => {
    text = (text + more).slice(0, MOST_TEXT);
  });
  parser.on('closetag', () => {
    const at = path.slice(path.lastIndexOf('Ntry') + 1).join('/');
    if (entry) keep(entry, at, text);
    else if (path.join('/').endsWith('Stmt/Acct/Id/IBAN')) account = text.trim();
    if (path.at(-1) === 'Ntry' && entry) {
      done.push(paymentOf(entry, account, `${name}, line ${parser.line}`));
      entry = null;
    }
    path.pop();
    text = '';
  });
  return parser;
}

function keep(entry: Entry, at: string, text: string): void {
  if (text.trim() === '') return;
  const known = entry.get(at);
  // Several lines of free text are one text; of anything else the first one counts.
  if (known === undefined) entry.set(at, text);
  else if (at.endsWith('/Ustrd')) entry.set(at, `${known} ${text}`);
}

const DETAILS = 'NtryDtls/TxDtls';

function paymentOf(entry: Entry, account: string, place: string): Payment {
  const read = (at: string) => (entry.get(at) ?? '').trim();
  const detail = (at: string) => read(`${DETAILS}/${at}`);
  const direction = read('CdtDbtInd');
  if (direction !== 'CRDT' && direction !== 'DBIT') {
    throw new MatchInputError(place, 'CdtDbtInd is not CRDT or DBIT');
  }
  const transactionId = read('AcctSvcrRef') || detail('Refs/AcctSvcrRef');
  if (transactionId === '') throw new MatchInputError(place, 'AcctSvcrRef is missing');
  return {
    transactionId,
    account,
    bookedOn: read('BookgDt/Dt') || read('BookgDt/DtTm').slice(0, 10),
    amountCents: centsOf(read('Amt'), place) * (direction === 'DBIT' ? -1 : 1),
    ...counterpartyOf(detail, direction),
    text: detail('RmtInf/Ustrd') || read('AddtlNtryInf'),
    structuredReference: detail('RmtInf/Strd/CdtrRefInf/Ref'),
    endToEndId: detail('Refs/EndToEndId').replace(/^NOTPROVIDED$/, ''),
    mandateId: detail('Refs/MndtId'),
    isReversal: read('RvslInd') === 'true' || detail('RtrInf/Rsn/Cd') !== '',
  };
}

/** The other side: of money that came in the debtor; of money taken back either side may be named. */
function counterpartyOf(detail: (at: string) => string, direction: 'CRDT' | 'DBIT') {
  const [party, other] = direction === 'CRDT' ? ['Dbtr', 'Cdtr'] : ['Cdtr', 'Dbtr'];
  const first = (...from: string[]) =>
    from.map((at) => detail(`RltdPties/${at}`)).find((one) => one !== '') ?? '';
  return {
    counterpartyName: first(`${party}/Nm`, `${party}/Pty/Nm`, `${other}/Nm`),
    counterpartyAccount: first(`${party}Acct/Id/IBAN`, `${other}Acct/Id/IBAN`),
  };
}

/** `12.5` is 1250. Digits are moved, never multiplied as fractions. */
function centsOf(amount: string, place: string): number {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(amount);
  if (!match) throw new MatchInputError(place, `"${amount}" is not an amount`);
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
