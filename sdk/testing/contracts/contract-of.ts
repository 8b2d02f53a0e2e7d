import type { PortName } from '../../ports/port-types.ts';
import type { ContractCheck, ContractSuite } from './contract-suite.ts';
import { fileChecks } from './file-checks.ts';
import {
  BOOKKEEPING_IMPORT_ACTS,
  CASE_HANDOVER_ACTS,
  REPORT_SINK_ACTS,
} from './handing-over-acts.ts';
import { MATCH_CHECKS } from './match-checks.ts';
import { BANK_FEED_ACTS, CREDIT_RATING_ACTS, PAYMENT_PROVIDER_ACTS } from './money-acts.ts';
import { CONNECTOR_CODES, type PortCodes } from './fault-promises.ts';
import { outsideChecks, type PortAct } from './outside-checks.ts';
import { MAIL_ACTS, POST_ACTS, SMS_ACTS, VOICE_ACTS } from './sending-acts.ts';

const MAIL_CODES: PortCodes = {
  refused: 'MAIL_REFUSED',
  unavailable: 'MAIL_UNAVAILABLE',
  ambiguous: 'MAIL_AMBIGUOUS',
  // Mail knows no locked door: the mail stays and is tried again, until somebody enters the password.
  lockedOut: 'MAIL_UNAVAILABLE',
};
const outside = (acts: readonly PortAct[]) => outsideChecks(acts, CONNECTOR_CODES);

const CHECKS: Readonly<Record<PortName, readonly ContractCheck[]>> = {
  mail: outsideChecks(MAIL_ACTS, MAIL_CODES),
  post: outside(POST_ACTS),
  voice: outside(VOICE_ACTS),
  sms: outside(SMS_ACTS),
  'invoice-import': fileChecks([{}]),
  'bookkeeping-import': outside(BOOKKEEPING_IMPORT_ACTS),
  'bank-statement': fileChecks([]),
  'bank-feed': outside(BANK_FEED_ACTS),
  'payment-match': MATCH_CHECKS,
  'payment-provider': outside(PAYMENT_PROVIDER_ACTS),
  'case-handover': outside(CASE_HANDOVER_ACTS),
  'report-sink': outside(REPORT_SINK_ACTS),
  'credit-rating': outside(CREDIT_RATING_ACTS),
};

/** What every connector for that port must do, as plain data and functions: no test runner needed. */
export const contractOf = (port: PortName): ContractSuite => ({ port, checks: CHECKS[port] });
