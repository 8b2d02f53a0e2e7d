const LABEL = /BET(?:ALINGS|\.) ?KENM(?:ERK\b|\.)[ .:]*/i;
/** In groups of four it is recognised behind the shorter word too. */
const GROUPS = /\bKENMERK:? ?(\d{4}[ .]\d{4}[ .]\d{4}[ .]\d{4})(?!\d)/i;

/** A Dutch payment reference (betalingskenmerk) has 7, 9 to 14, or 16 digits. */
const isComplete = (digits: string) => [7, 9, 10, 11, 12, 13, 14, 16].includes(digits.length);

/** The payment reference that a text names as such, without spaces, or null. */
export function paymentReferenceIn(text: string): string | null {
  const groups = GROUPS.exec(text)?.[1];
  if (groups !== undefined) return groups.replace(/\D/g, '');
  const label = LABEL.exec(text);
  if (label === null) return null;
  const start = label.index + label[0].length;
  return firstComplete(/^[\d .]*/.exec(text.slice(start, start + 80))?.[0] ?? '');
}

function firstComplete(run: string): string | null {
  let digits = '';
  for (const group of run.split(/[ .]+/)) {
    digits += group;
    // A column may have cut the reference, so that other digits follow it.
    if (digits.length > 16) return digits.slice(0, 16);
    const mayGoOn = group.length === 4 && digits.length < 16;
    if (isComplete(digits) && !mayGoOn) return digits;
  }
  return null;
}
