import { DomainError } from '@inning/sdk';

export class IbanInvalidError extends DomainError {
  readonly code = 'IBAN_INVALID';
  readonly status = 422;

  constructor() {
    super('This is not an IBAN: the check digits do not fit.');
  }
}

const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/;

/** Shape and check digits (ISO 13616): the number, turned round, leaves 1 when divided by 97. */
export function isIban(iban: string): boolean {
  if (!SHAPE.test(iban)) return false;
  const turned = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const sign of turned) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97;
  return rest === 1;
}

export const plainIban = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
