import { LOCALES } from '@inning/sdk';
import { Schema } from 'mongoose';
import { HOME_COUNTRY, HOME_TIME_ZONE } from '../../home.ts';
import {
  defineTable,
  optionalInstant,
  optionalDay,
  optionalReference,
  optionalText,
  type Row,
} from '../../store/index.ts';

/** One set of books of a creditor: its debtors, invoices, bank account and flows. */
export const administrations = defineTable(
  'administrations',
  'creditor',
  new Schema(
    {
      name: { type: String, required: true, trim: true },
      number: { type: String, required: true, trim: true },
      country: { type: String, default: HOME_COUNTRY, match: /^[A-Z]{2}$/ },
      timeZone: { type: String, default: HOME_TIME_ZONE },
      currency: { type: String, default: 'EUR', match: /^[A-Z]{3}$/ },
      language: { type: String, enum: LOCALES, default: 'nl' },
      /** Counts from the invoice date when an imported invoice names no due date. */
      paymentTermDays: { type: Number, default: 30, min: 0, max: 365 },
      iban: optionalText(),
      accountName: optionalText(),
      senderName: optionalText(),
      senderEmail: optionalText(),
      replyTo: optionalText(),
      /** So many contacts with one debtor in seven days at most, over all flows and by people too. */
      contactsPerWeek: { type: Number, default: 3, min: 1, max: 7 },
      /** PLAT-07: everything runs, nothing leaves; mail goes to this address instead. */
      testMode: { type: Boolean, default: false },
      testAddress: optionalText(),
      /** PAY-03: money back to a payer above this takes a second person. */
      refundLimitCents: { type: Number, default: 25_000, min: 0 },
      /** PAY-02: debtors may allow on the pay page that later amounts are collected from their account. */
      offersDirectDebit: { type: Boolean, default: false },
      pausedSince: optionalInstant(),
      /** Last day of the pause; null with `pausedSince` set means until someone resumes it. */
      pausedUntil: optionalDay(),
      pauseReason: optionalText(),
      /** When bank data last came in; null while no statement was ever read. */
      bankFeedAt: optionalInstant(),
      /** When the engine last looked through this administration without an error. */
      lastRunAt: optionalInstant(),
      /** Up to which due day, and with which choice of flows, the engine looked for overdue invoices. */
      scannedThrough: optionalText(),
      /** Which flow treats debtors of each payment behaviour; null is "no flow". */
      flowChoice: {
        steady: optionalReference('flows'),
        unknown: optionalReference('flows'),
        fluctuating: optionalReference('flows'),
        erratic: optionalReference('flows'),
      },
    },
    { timestamps: true },
  ).index({ agencyId: 1, creditorId: 1, number: 1 }, { unique: true }),
  { itself: 'administration' },
);
export type Administration = Row<typeof administrations>;
