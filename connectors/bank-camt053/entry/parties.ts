import { textAt, find, type XmlElement } from '../xml/element.ts';
import type { Direction } from '../statement/amounts.ts';

export type Party = {
  readonly name: string | null;
  readonly account: string | null;
  readonly bic: string | null;
};
export const NOBODY: Party = { name: null, account: null, bic: null };

/** Who paid and who received in the payment that the booking comes from. */
export type Parties = { readonly debtor: Party; readonly creditor: Party };

export function readParties(details: XmlElement): Parties {
  return { debtor: readParty(details, 'Dbtr'), creditor: readParty(details, 'Cdtr') };
}

/**
 * The other side of the booking. A payment that is taken back keeps its parties as they were, so
 * there the side cannot be told from the direction; where our own account is named, that decides.
 */
export function counterpartOf(
  { debtor, creditor }: Parties,
  booking: { account: string | null; direction: Direction; isReversal: boolean },
): Party {
  const { account, direction, isReversal } = booking;
  if (account !== null && debtor.account !== creditor.account) {
    if (debtor.account === account) return creditor;
    if (creditor.account === account) return debtor;
  }
  const isDebtor = (direction === 'CRDT') !== isReversal;
  const [expected, other] = isDebtor ? [debtor, creditor] : [creditor, debtor];
  return isKnown(expected) ? expected : other;
}

export function readAccount(account: XmlElement): string | null {
  const id = find(account, 'Id') ?? account;
  const iban = textAt(id, 'IBAN');
  if (iban !== null) return iban.replace(/\s/g, '').toUpperCase();
  const other = textAt(id, 'Othr', 'Id') ?? textAt(id, 'PrtryAcct', 'Id') ?? textAt(id, 'BBAN');
  // Banks put IBANs of countries without them in the free field too; those read the same.
  return other !== null && /^[A-Z]{2}\d{2}[A-Z0-9 ]{8,}$/.test(other)
    ? other.replaceAll(' ', '')
    : other;
}

/** Up to version 7 a party is named directly, from version 8 as a person or as a bank. */
function readParty(details: XmlElement, role: 'Dbtr' | 'Cdtr'): Party {
  const bic = readBic(details, role);
  const parties = find(details, 'RltdPties');
  if (parties === null) return { ...NOBODY, bic };
  const account = find(parties, `${role}Acct`);
  const name =
    nameOf(parties, role) ??
    nameOf(parties, `Ultmt${role}`) ??
    textAt(parties, `${role}Acct`, 'Nm');
  return { name, account: account === null ? null : readAccount(account), bic };
}

/** The bank of a party; the element is called BICFI from version 3 on. */
function readBic(details: XmlElement, role: 'Dbtr' | 'Cdtr'): string | null {
  const bank = find(details, 'RltdAgts', `${role}Agt`, 'FinInstnId');
  return bank === null ? null : (textAt(bank, 'BICFI') ?? textAt(bank, 'BIC'));
}

function nameOf(parties: XmlElement, role: string): string | null {
  return (
    textAt(parties, role, 'Nm') ??
    textAt(parties, role, 'Pty', 'Nm') ??
    textAt(parties, role, 'Agt', 'FinInstnId', 'Nm')
  );
}

const isKnown = (party: Party) => party.name !== null || party.account !== null;
