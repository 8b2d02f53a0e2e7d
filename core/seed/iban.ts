/** A Dutch account number that passes every check; the accounts themselves are invented. */
export function inventIban(bank: string, sequence: number): string {
  const account = String(passingElevenTest(sequence)).padStart(10, '0');
  const digits = [...`${bank}${account}NL00`].map((sign) => Number.parseInt(sign, 36)).join('');
  const check = 98n - (BigInt(digits) % 97n);
  return `NL${String(check).padStart(2, '0')}${bank}${account}`;
}

/** The test that Dutch accounts have kept from before the IBAN. */
function passingElevenTest(from: number): number {
  let account = from;
  while (elevenSum(account) % 11 !== 0) account += 1;
  return account;
}

const elevenSum = (account: number): number =>
  [...String(account).padStart(10, '0')].reduce(
    (sum, digit, index) => sum + Number(digit) * (10 - index),
    0,
  );

/** A payment reference of sixteen digits, the first of which checks the others. */
export function inventPaymentReference(sequence: number): string {
  const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];
  const rest = String(sequence).padStart(15, '0');
  const sum = [...rest]
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (weights[index % 10] ?? 1), 0);
  const check = 11 - (sum % 11);
  return `${check === 11 ? 0 : check === 10 ? 1 : check}${rest}`;
}
