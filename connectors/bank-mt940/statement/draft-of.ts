import { type LineDraft, meaningful } from '@inning/sdk/bank';
import { readDetails } from '../details/read-details.ts';
import { placeOfField } from '../text/split-fields.ts';
import type { LineContext } from './around-lines.ts';
import type { Entry } from './gather-entries.ts';
import type { StatementLine } from './statement-line.ts';

/** Everything a line and its text say. */
export function draftOf(entry: Entry, line: StatementLine, context: LineContext): LineDraft {
  const details = readDetails(entry.text, line, context.account);
  return {
    place: placeOfField(entry.field),
    bookedOn: line.bookedOn,
    valueOn: line.valueOn,
    amountCents: line.amountCents,
    currency: context.currency,
    counterpartyName: details.name,
    counterpartyAccount: details.account,
    counterpartyBic: details.bic,
    description: details.description,
    structuredReference: details.structuredReference,
    endToEndId: details.endToEndId,
    transactionId: meaningful(line.bankReference ?? undefined),
    mandateId: details.mandateId,
    isReversal: line.isReversal || details.isReturn || line.typeCode === 'NRTI',
    typeCode: line.typeCode,
    returnReason: details.returnReason,
    ownReference: tellsApart(line.bankReference) ? line.bankReference : null,
  };
}

/** Short references and words come back on other days; long numbers are of one booking. */
function tellsApart(reference: string | null): boolean {
  return /^(?=.*\d{3})[A-Z0-9/-]{12,}$/i.test(reference ?? '');
}
