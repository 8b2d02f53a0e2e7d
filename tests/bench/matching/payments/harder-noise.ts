import type { Random } from '../random.ts';
import type { World } from '../records.ts';

const LOOKS: Readonly<Record<string, readonly string[]>> = {
  '0': ['O', '8'],
  '1': ['I', '7', 'l'],
  '2': ['Z'],
  '3': ['8'],
  '5': ['S', '6'],
  '6': ['G', '5'],
  '7': ['1'],
  '8': ['B', '3'],
};

/** A number as a scanner reads it from paper: one of its last digits is another that looks like it. */
export function lookAlike(random: Random, number: string): string {
  const places = [...number].flatMap((sign, at) =>
    at >= number.length - 5 && LOOKS[sign] ? [at] : [],
  );
  if (places.length === 0) return number;
  const at = random.pick(places);
  return number.slice(0, at) + random.pick(LOOKS[number[at]!]!) + number.slice(at + 1);
}

/** ISO 11649: the check digits make the whole, with letters as numbers, 1 in modulus 97. */
export function rfOf(reference: string): string {
  const digits = [...`${reference}RF00`].map((sign) => parseInt(sign, 36)).join('');
  return `RF${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${reference}`;
}

/** Some creditors print an RF reference in place of a betalingskenmerk. */
export function giveRfReferences(world: World): void {
  for (const invoice of world.invoices) {
    const place = Number(invoice.administrationId.slice(3));
    if (place % 4 !== 1 || invoice.paymentReference === null) continue;
    invoice.paymentReference = rfOf(`${place}${invoice.invoiceId.replace(/\D/g, '')}`);
  }
}

/** Belgian creditors print twelve digits, of which the last two are the rest of the others by 97. */
export function giveOgmReferences(world: World): void {
  for (const [at, invoice] of world.invoices.entries()) {
    const place = Number(invoice.administrationId.slice(3));
    if (place % 3 !== 1 || invoice.paymentReference === null) continue;
    const head = `${String(place).padStart(3, '0')}${String(at).padStart(7, '0')}`;
    const check = Number(head) % 97 || 97;
    invoice.paymentReference = `${head}${String(check).padStart(2, '0')}`;
  }
}
