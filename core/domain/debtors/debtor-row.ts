import type { DebtorKind, Locale } from '@inning/sdk';
import { type AdministrationKey, newId } from '../../store/index.ts';
import type { Debtor } from './debtor.model.ts';
import { nameKey, searchWords } from './search-words.ts';

export type Address = {
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string;
};

/** A debtor as it is entered or read from a file; what is left out is not known. */
export type NewDebtor = {
  readonly number: string;
  readonly kind: DebtorKind;
  readonly name: string;
  readonly gender?: 'male' | 'female' | 'other' | null;
  readonly attention?: string | null;
  readonly language?: Locale;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly mobile?: string | null;
  readonly invoiceAddress?: Address | null;
  readonly correspondenceAddress?: Address | null;
  readonly companyNumber?: string | null;
  readonly vatNumber?: string | null;
  readonly ibans?: readonly string[];
  readonly remarks?: string | null;
  readonly imported?: Readonly<Record<string, unknown>> | null;
};

const NOT_SAID = {
  gender: null,
  attention: null,
  language: 'nl',
  email: null,
  phone: null,
  mobile: null,
  invoiceAddress: null,
  correspondenceAddress: null,
  companyNumber: null,
  vatNumber: null,
  ibans: [],
  remarks: null,
  imported: null,
};

/** The whole row, so that thousands can be written in one go. */
export function debtorRow(place: AdministrationKey, news: NewDebtor, at: Date): Debtor {
  return {
    ...NOT_SAID,
    ...news,
    _id: newId(),
    agencyId: place.agencyId,
    creditorId: place.creditorId,
    administrationId: place.administrationId,
    contacts: [],
    searchWords: searchWords(news),
    nameKey: nameKey(news),
    flowId: null,
    promisedOn: null,
    pausedSince: null,
    pausedUntil: null,
    pauseReason: null,
    flags: [],
    behaviour: { class: 'unknown', averageTermDays: null, variationDays: null, paidCount: 0 },
    createdAt: at,
    updatedAt: at,
  } as unknown as Debtor;
}

export type DebtorChange = Partial<Omit<NewDebtor, 'number'>> & {
  readonly promisedOn?: string | null;
};

/** The fields of an update, with what is derived from them. */
export function debtorUpdate(before: Debtor, change: DebtorChange, at: Date): object {
  const after = { ...before, ...change } as Debtor;
  return { ...change, searchWords: searchWords(after), nameKey: nameKey(after), updatedAt: at };
}
