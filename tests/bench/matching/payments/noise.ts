import type { Random } from '../random.ts';

/** One way in which people get a number wrong. */
export function mistype(random: Random, number: string): string {
  const at = random.int(2, number.length - 1);
  const digit = String((Number(number[at]) + random.int(1, 9)) % 10 || 1);
  return random.pick([
    () => number.slice(0, at) + digit + number.slice(at + 1),
    () => number.slice(0, at) + number.slice(at + 1),
    () => number.slice(0, at) + number[at] + number.slice(at),
    () => number.slice(0, at - 1) + number[at] + number[at - 1] + number.slice(at + 1),
  ])();
}

/** Another notation of the same number: nothing is wrong, it only looks different. */
export function rewrite(random: Random, number: string): string {
  const digits = number.replace(/\D/g, '');
  const parts = number.split(/[^A-Z0-9]/);
  const ways = [
    () => parts.join(' '),
    () => parts.join('-'),
    () => number.replace(/0/g, 'O'),
    () => number.replace(/^[A-Z]+/, ''),
    () => `FACT${number}`,
    () => digits,
  ];
  if (/^[A-Z]*20\d\d\D/.test(number)) {
    ways.push(() => number.replace(/20(\d\d)/, '$1'));
    ways.push(() => number.replace(/(\D)0+(\d+)$/, '$1$2'));
  }
  return random.pick(ways)();
}

/** A word for an invoice and its number, as people write it. */
export const said = (random: Random, number: string): string =>
  random.pick([
    number,
    number,
    `Factuur ${number}`,
    `factuurnummer ${number}`,
    `Fact.nr. ${number}`,
    `Betaling factuur ${number}`,
    `nota ${number}`,
    `invoice no. ${number}`,
    `Rechnung ${number}`,
  ]);

/** A number among other words, other numbers, days and amounts. */
export const buried = (random: Random, number: string): string =>
  random.pick([
    `OVERBOEKING FACT ${number} D.D. 23-01-2025`,
    `voldaan per bank 06-05-2025 betr ${number} tel 06-${random.digits(8)}`,
    `zie ook mail van 18 april jl. inzake nr ${number}`,
    `SEPA ${number} 209,50 EUR`,
    `Uwfactuur${number}metdank`,
    `Overboeking door onderget Factuur ${number.slice(0, 2)} ${number.slice(2)} dd 28-03-2025`,
    `${random.int(1000, 9999)} AB ${random.int(1, 99)} ${number}`,
    `aanmaning ontvangen, factuur ${number} nu betaald. Graag bevestigen aan info@voorbeeld.nl`,
    `${random.digits(16)} nota ${number} iDEAL`,
    `betaald 20250202 factnr ${number}`,
    `Factuur ${number} dd 20240117`,
    `onze ref ${random.digits(6)} uw factuur ${number}`,
  ]);
