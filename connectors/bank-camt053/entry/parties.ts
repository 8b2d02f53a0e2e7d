import { textAt, find, type XmlElement } from '../xml/element.ts';
import type { Direction } from '../statement/amounts.ts';

export type Party = { readonly name: string | null; readonly account: string | null };
export const NOBODY: Party = { name: null, account: null };

/** Who paid and who received in the payment that the booking comes from. */
export type Parties = { readonly debtor: Party; readonly creditor: Party };

export function readParties(details: XmlElement): Parties {
  const parties = find(details, 'RltdPties');
  if (parties === null) return { debtor: NOBODY, creditor: NOBODY };
  return { debtor: readParty(parties, 'Dbtr'), creditor: readParty(parties, 'Cdtr') };
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
function readParty(parties: XmlElement, role: 'Dbtr' | 'Cdtr'): Party {
  const account = find(parties, `${role}Acct`);
  const name =
    nameOf(parties, role) ??
    nameOf(parties, `Ultmt${role}`) ??
    textAt(parties, `${role}Acct`, 'Nm');
  return { name, account: account === null ? null : readAccount(account) };
}

function nameOf(parties: XmlElement, role: string): string | null {
  return (
    textAt(parties, role, 'Nm') ??
    textAt(parties, role, 'Pty', 'Nm') ??
    textAt(parties, role, 'Agt', 'FinInstnId', 'Nm')
  );
}

const isKnown = (party: Party) => party.name !== null || party.account !== null;
