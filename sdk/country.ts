import type { CalendarDate } from './calendar-date.ts';
import type { Channel, MinutesOfDay } from './contact.ts';
import type { Catalogue } from './flow/catalogue.ts';
import type { FlowDocument } from './flow/flow-document.ts';
import type { Problem } from './flow/problem.ts';
import type { Locale, Localized } from './localized.ts';
import type { Message } from './message.ts';
import type { Cents } from './money.ts';

export const DEBTOR_KINDS = ['consumer', 'sole-trader', 'business'] as const;
/**
 * A consumer; a natural person who owes for a business of his own; or a legal person. The law on costs and
 * interest puts a sole trader with businesses, that on decent contact with natural persons.
 */
export type DebtorKind = (typeof DEBTOR_KINDS)[number];

/** What a claim consists of. */
export type ClaimPart = 'costs' | 'interest' | 'principal';

/** Where it is written, and the rule in a sentence that a debtor can read. */
export type LegalGround = { readonly article: string; readonly sentence: Localized };

/** What a reader must know of an answer; `code` is stable, such as `INTEREST_TABLE_OLD`. */
export type LegalRemark = { readonly code: string; readonly sentence: Localized };

/** One line of the arithmetic: `15 % of € 600.00 = € 90.00`. */
export type SpecifiedAmount = { readonly amountCents: Cents; readonly sentence: Localized };

/** What are the collection costs of the claims that one letter demands? */
export type CostsQuestion = {
  readonly debtorKind: DebtorKind;
  /** Principal per claim, as it is open once the term of the letter has run out. */
  readonly principalsCents: readonly Cents[];
  /** The first day of default; it says which rules count. */
  readonly defaultOn: CalendarDate;
  /** False when the creditor cannot deduct the VAT that he pays on collecting. */
  readonly isVatDeductible: boolean;
  /** What creditor and debtor agreed on beforehand for these claims, or null. */
  readonly agreedCents: Cents | null;
  /** False while no announcement was made; some costs are owed without one. */
  readonly isAnnounced: boolean;
  /** Costs charged before for other terms of the same agreement; null when these are no term payments. */
  readonly earlierTerms:
    readonly { readonly chargedOn: CalendarDate; readonly feeCents: Cents }[] | null;
};

export type CostsAnswer = {
  readonly feeCents: Cents;
  readonly vatCents: Cents;
  readonly totalCents: Cents;
  readonly ground: LegalGround;
  readonly lines: readonly SpecifiedAmount[];
  readonly remarks: readonly LegalRemark[];
};

/** Instead of the rate by law: a percentage a year as a decimal text, alone or on top of that rate. */
export type AgreedInterest = {
  readonly percent: string;
  readonly isOnTop: boolean;
  /** True when interest of a full year bears interest itself. */
  readonly isCompound: boolean;
};

/** What interest has grown on a principal from `from` up to, and not including, `to`? */
export type InterestQuestion = {
  readonly kind: 'consumer' | 'commercial';
  readonly principalCents: Cents;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /**
   * What was paid, in any order of days. `towards` says what it was booked on; left out, it is for interest
   * and principal together, in the order of the law.
   */
  readonly payments: readonly {
    readonly on: CalendarDate;
    readonly amountCents: Cents;
    readonly towards?: 'interest' | 'principal';
  }[];
  readonly agreed: AgreedInterest | null;
};

/** A stretch of days with one base and one rate. The amounts of all periods add up to the interest. */
export type InterestPeriod = SpecifiedAmount & {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
  /** Percent a year as a decimal text: `10.15`. */
  readonly percent: string;
  readonly baseCents: Cents;
};

export type InterestAnswer = {
  /** All that has grown, paid or not. */
  readonly interestCents: Cents;
  readonly openInterestCents: Cents;
  readonly openPrincipalCents: Cents;
  /** What of the payments was more than was owed. */
  readonly excessCents: Cents;
  readonly periods: readonly InterestPeriod[];
  readonly ground: LegalGround;
  readonly remarks: readonly LegalRemark[];
};

/** The letter that announces costs, and what became of it. */
export type Announcement = {
  readonly debtorKind: DebtorKind;
  /** The last due day among its claims. */
  readonly dueOn: CalendarDate;
  readonly sentOn: CalendarDate;
  readonly channel: Channel | 'portal';
  /** The day of receipt when it is proven, or null. */
  readonly receivedOn: CalendarDate | null;
  /** The day it came back or bounced, or null. */
  readonly returnedOn: CalendarDate | null;
};

/** From when costs may be claimed. The days are null when they may not be on this announcement. */
export type ClaimableAnswer = {
  readonly deliveredOn: CalendarDate | null;
  /** The last day to pay without costs. */
  readonly lastDayOn: CalendarDate | null;
  readonly claimableOn: CalendarDate | null;
  /** Why not: it came back, or nobody can prove that it arrived. */
  readonly refusal: 'returned' | 'receipt-unproven' | null;
  /** True when costs may be claimed without any letter; left out, they may not. */
  readonly isWithoutLetter?: boolean;
  readonly ground: LegalGround;
  /** How the days were counted, in order. */
  readonly steps: readonly Localized[];
  readonly remarks: readonly LegalRemark[];
};

/** An announcing letter as it is about to leave, beside what is known on that day. */
export type AnnouncementLetter = {
  readonly debtorKind: DebtorKind;
  readonly sentOn: CalendarDate;
  /** Every open claim of this creditor on this debtor, in the letter or not. */
  readonly claims: readonly {
    readonly id: string;
    readonly dueOn: CalendarDate;
    readonly isInLetter: boolean;
    readonly isAnnounced: boolean;
  }[];
  /** The amount of costs in the letter, VAT included; null when it names none in money. */
  readonly statedCostsCents: Cents | null;
  /** What the costs are by law. */
  readonly costs: CostsAnswer;
  /** The words of the letter without markup, or null when only the facts are to be judged. */
  readonly text: string | null;
};

/** What is wrong with such a letter. An `error` makes it worthless for claiming costs. */
export type LetterFinding = {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly article: string;
  /** The claim it is about, or null for the letter as a whole. */
  readonly claimId: string | null;
  readonly sentence: Localized;
};

/** The letters that flows name, as they are written: with their merge fields, parts filled in. */
export type LetterSources = {
  /** One text for each language; null when the template is not known here. */
  find(template: string): readonly { readonly language: Locale; readonly text: string }[] | null;
};

/** Does this flow keep the law, whichever way a debtor goes through it? */
export type FlowQuestion = {
  readonly flow: FlowDocument;
  readonly catalogue: Catalogue;
  readonly letters: LetterSources;
  /** Where the days of examples begin. */
  readonly today: CalendarDate;
};

/** Circumstances of a debtor that a person notes in the file. */
export const DEBTOR_FLAGS = [
  'vulnerable',
  'debt-counselling',
  'moratorium',
  'deceased',
  'bankrupt',
] as const;
export type DebtorFlag = (typeof DEBTOR_FLAGS)[number];

/** What a circumstance may stop: reaching the debtor by a channel, charging costs, handing over. */
export type StoppableDeed = Channel | 'costs' | 'hand-over';

/** A transfer that a debtor is asked to make. */
export type AskedTransfer = {
  readonly name: string;
  readonly iban: string;
  readonly amountCents: Cents;
  readonly currency: string;
  /** What to write with it. */
  readonly reference: string | null;
};

/** What a country pack tells the engine: pure functions of their arguments, with sources in its README. */
export type Country = {
  /** ISO 3166, such as `NL`. */
  readonly code: string;
  readonly title: Localized;
  readonly timeZone: string;
  /** The name of the recognised public holiday on that day, or null. */
  holiday(day: CalendarDate): string | null;
  /** When a debtor may be contacted on that day by that channel, or null for not at all. */
  contactWindow(contact: {
    readonly day: CalendarDate;
    readonly channel: Channel;
    readonly debtorKind: DebtorKind;
  }): MinutesOfDay | null;
  /**
   * Why a step must not be taken for a debtor in these circumstances, in a sentence that plugin brings; null
   * when it may. Left out: every circumstance stops everything.
   */
  flagStop?(asked: { readonly flag: DebtorFlag; readonly deed: StoppableDeed }): Message | null;
  /** The costs of collecting that a debtor owes. Throws a `DomainError` when no rule covers the day. */
  costs(question: CostsQuestion): CostsAnswer;
  /** The interest with its specification. Throws a `DomainError` when no rate covers the first day. */
  interest(question: InterestQuestion): InterestAnswer;
  /** From when announced costs may be claimed. */
  claimable(announcement: Announcement): ClaimableAnswer;
  /** What is wrong with a letter that announces costs; nothing when it does what the law asks. */
  checkLetter(letter: AnnouncementLetter): readonly LetterFinding[];
  /** What a payment reduces first, when nothing else was agreed: each part once. */
  readonly paymentOrder: { readonly parts: readonly ClaimPart[]; readonly ground: LegalGround };
  /**
   * The text of a code that bank apps of the country read and fill a transfer in from; null when there is none
   * for this transfer. Left out, no code is shown.
   */
  paymentCode?(transfer: AskedTransfer): string | null;
  /**
   * The same country as an agency or administration set its plugin, where the law leaves room. Left out,
   * there is nothing to choose.
   */
  withSettings?(settings: unknown): Country;
  /**
   * Where a flow breaks the law on some way through it: each with its article, that way and, where there
   * is one, a fix. Codes start with `LAW_`. Left out: the country has no rules about flows.
   */
  findLegalProblems?(question: FlowQuestion): readonly Problem[];
};
