import type { BankLine, PaymentMatchPort } from '@inning/sdk';
import { findPieces, findRuns } from './find-runs.ts';
import { proposeMatch } from './propose-match.ts';

/** Matches by what payers write: the payment reference, the invoice number, or their own account. */
export const paymentMatcher: PaymentMatchPort = {
  keywords(line: BankLine): string[] {
    const texts = [line.description, line.endToEndId ?? '', line.structuredReference ?? ''];
    const pieces = texts.flatMap((text) => findPieces(findRuns(text)));
    const keywords = pieces.map((piece) => piece.text);
    if (line.structuredReference) keywords.unshift(line.structuredReference);
    return [...new Set(keywords)];
  },
  propose: proposeMatch,
};
