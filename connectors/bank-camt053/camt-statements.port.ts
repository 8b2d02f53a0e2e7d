import type { BankStatementPort, InputFile } from '@inning/sdk';
import { stepThroughCamt } from './read-camt.ts';
import { givingWay, isArchive } from '@inning/sdk/bank';

const LOOK_AT_BYTES = 8192;

export const camtStatements: BankStatementPort = {
  title: { nl: 'CAMT.053 (XML)', en: 'CAMT.053 (XML)', de: 'CAMT.053 (XML)', fr: 'CAMT.053 (XML)' },
  recognise: recogniseCamt,
  read: (file, options) => givingWay(stepThroughCamt(file, options)),
};

/** Looks at the first bytes only, so that asking costs nothing on a large file. */
function recogniseCamt(file: InputFile): number {
  // What is in it is seen by reading; claimed a little, so that a surer reader goes first.
  if (isArchive(file.bytes)) return /camt|053|statement|afschrift/i.test(file.name) ? 0.3 : 0.1;

  // Zero bytes are dropped so that UTF-16 shows its letters too.
  const start = new TextDecoder('latin1')
    .decode(file.bytes.subarray(0, LOOK_AT_BYTES))
    .replaceAll('\0', '');
  if (/tech:xsd:camt\.05[234]\.\d/.test(start)) return 1;
  if (/<(\w+:)?BkToCstmr(Stmt|AcctRpt|DbtCdtNtfctn)/.test(start)) return 0.9;
  return /tech:xsd:camt\b/.test(start) ? 0.5 : 0;
}
