import type { BankFeedPort } from './bank-feed-port.ts';
import type { BankStatementPort } from './bank-statement-port.ts';
import type { BookkeepingImportPort } from './bookkeeping-import-port.ts';
import type { CaseHandoverPort } from './case-handover-port.ts';
import type { CreditRatingPort } from './credit-rating-port.ts';
import type { InvoiceImportPort } from './invoice-import-port.ts';
import type { MailPort } from './mail-port.ts';
import type { PaymentMatchPort } from './payment-match-port.ts';
import type { PaymentProviderPort } from './payment-provider-port.ts';
import type { PostPort } from './post-port.ts';
import type { ReportSinkPort } from './report-sink-port.ts';
import type { SmsPort } from './sms-port.ts';
import type { VoicePort } from './voice-port.ts';

/** The doors to the outside world; a connector provides one or more of them under its own id. */
export type PortTypes = {
  readonly mail: MailPort;
  readonly post: PostPort;
  readonly voice: VoicePort;
  readonly sms: SmsPort;
  readonly 'invoice-import': InvoiceImportPort;
  readonly 'bookkeeping-import': BookkeepingImportPort;
  readonly 'bank-statement': BankStatementPort;
  readonly 'bank-feed': BankFeedPort;
  readonly 'payment-match': PaymentMatchPort;
  readonly 'payment-provider': PaymentProviderPort;
  readonly 'case-handover': CaseHandoverPort;
  readonly 'report-sink': ReportSinkPort;
  readonly 'credit-rating': CreditRatingPort;
};
export type PortName = keyof PortTypes;

// A record, so that the compiler misses a name that is left out.
const EVERY_PORT: Readonly<Record<PortName, true>> = {
  mail: true,
  post: true,
  voice: true,
  sms: true,
  'invoice-import': true,
  'bookkeeping-import': true,
  'bank-statement': true,
  'bank-feed': true,
  'payment-match': true,
  'payment-provider': true,
  'case-handover': true,
  'report-sink': true,
  'credit-rating': true,
};

export const PORT_NAMES = Object.keys(EVERY_PORT) as readonly PortName[];

export const isPortName = (name: string): name is PortName => Object.hasOwn(EVERY_PORT, name);
