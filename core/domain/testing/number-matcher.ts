import { minCents, message, type PaymentMatchPort } from '@inning/sdk';

/** Certain when a word of the description is a number; `?` behind it makes that plausible. */
export const numberMatcher: PaymentMatchPort = {
  keywords: (line) => line.description.split(/[ ?]+/),
  propose(line, candidates) {
    const words = line.description.split(/[ ?]+/);
    const named = candidates.filter((one) => words.includes(one.number));
    if (named.length === 0) return null;
    let leftCents = line.amountCents;
    const allocations = named.flatMap((one) => {
      const amountCents = minCents(leftCents, one.openCents);
      leftCents = (leftCents - amountCents) as typeof leftCents;
      return amountCents > 0 ? [{ invoiceId: one.invoiceId, amountCents }] : [];
    });
    const confidence = line.description.includes('?') ? 'plausible' : 'certain';
    return { confidence, allocations, because: message('test.number') };
  },
};
