import { renderSVG } from 'uqr';
import type { PublicLetter } from './public-letter.ts';
import type { Say } from './say.ts';

/**
 * The transfer as a code for the app of a bank: drawn here, so that it needs no script and prints along. Always
 * dark on light with room around it, or cameras do not find it.
 */
export function codePart({ paymentCode }: PublicLetter, say: Say): string {
  if (paymentCode === null) return '';
  // Error correction M is what banks ask for (EPC069-12).
  const code = renderSVG(paymentCode, { ecc: 'M', border: 4 });
  const drawn = code.replace('<svg ', `<svg role="img" aria-label="${say('codeSays')}" `);
  return `<figure class="code">${drawn}<figcaption class="soft">${say('codeHow')}</figcaption></figure>`;
}
