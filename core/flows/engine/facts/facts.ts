import type { CalendarDate, Claim, Country } from '@inning/sdk';
import type { Agency } from '../../../domain/agencies/index.ts';
import type { Administration } from '../../../domain/administrations/index.ts';
import type { LawOfClaim } from '../../../domain/claims/index.ts';
import type { Creditor } from '../../../domain/creditors/index.ts';
import type { Debtor } from '../../../domain/debtors/index.ts';
import type { Invoice } from '../../../domain/invoices/index.ts';
import type { Effect } from '../moves/index.ts';

/** A stop on everything for a debtor or administration; `until` is its last day, null is "until resumed". */
export type Pause = { readonly until: CalendarDate | null; readonly reason: string | null };

/** A letter to a debtor: its day, and the key that tells whose it was. */
export type Contact = {
  readonly on: CalendarDate;
  readonly key: string;
  /** Set when it surely left, before this look at the facts. */
  readonly sent?: SentLetter;
};
export type SentLetter = { readonly communicationId: string; readonly nodeId: string };

/** What is true now about the subject of an instance; read afresh for every move. */
export type Facts = {
  /** The claim as it is on a day. */
  readonly claimOn: (today: CalendarDate, pending?: readonly Effect[]) => Claim;
  /** The open invoices behind it, as effects that are not written yet will leave them. */
  readonly invoicesOn: (today: CalendarDate, pending?: readonly Effect[]) => readonly Invoice[];
  /** All open invoices of the debtor, of this subject or not. */
  readonly allInvoices: readonly Invoice[];
  /** By what costs and interest are computed. */
  readonly lawOn: (today: CalendarDate) => LawOfClaim;
  /** True when open invoices of the subject were handed over to somebody else. */
  readonly hasHandedOver: boolean;
  readonly country: Country;
  readonly timeZone: string;
  readonly debtorPause: Pause | null;
  readonly administrationPause: Pause | null;
  /** The day of the newest bank data, or null when none ever came. */
  readonly bankDataOn: CalendarDate | null;
  /** True while a received payment that may be this debtor's waits for a person. */
  readonly hasPlausiblePayment: boolean;
  /**
   * How this debtor was contacted lately, over all flows. Letters asked for are added at once, and
   * all instances of a debtor that move together share the list.
   */
  readonly contacts: Contact[];
  /** The rows themselves, for whoever makes the letter. */
  readonly debtor: Debtor;
  readonly administration: Administration;
  readonly creditor: Creditor;
  readonly agency: Agency | null;
};
