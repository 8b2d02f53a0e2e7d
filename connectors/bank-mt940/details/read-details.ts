import {
  joinLines,
  NO_TEXT,
  orNull,
  paymentReferenceIn,
  type PaymentText,
  readLabels,
  readSlashCodes,
  tidy,
} from '@inning/sdk/bank';
import { isIban } from '../statement/account.ts';
import type { StatementLine } from '../statement/statement-line.ts';
import { readFreeText } from './free-text.ts';
import { readNumberedCodes } from './numbered-codes.ts';

/**
 * Reads the text of a line in whatever form the bank writes it, and adds what stands in the statement
 * line itself. A form that is not recognised leaves the whole text as the description.
 */
export function readDetails(
  lines: readonly string[],
  line: StatementLine,
  ownAccount: string,
): PaymentText {
  const details = lines.length > 0 ? readText(lines, line, ownAccount) : textInLine(line);
  const fromLine = partyInLine(line);
  const account = details.account ?? fromLine.account;
  return {
    ...details,
    name: details.name ?? fromLine.name,
    // For its own costs and interest a bank names the account itself.
    account: account === ownAccount ? null : account,
    structuredReference: details.structuredReference ?? paymentReferenceIn(details.description),
  };
}

function readText(lines: readonly string[], line: StatementLine, ownAccount: string): PaymentText {
  return (
    readSlashCodes(lines, line.amountCents > 0 ? 'received' : 'paid') ??
    readNumberedCodes(lines, ownAccount) ??
    readNamedReference(lines, line) ??
    readLabels(lines) ??
    readFreeText(lines)
  );
}

/** Without a field `:86:` the only text is in the line itself, between the codes. */
function textInLine(line: StatementLine): PaymentText {
  const reference = /^(NON|E|M|P|K)REF\+?$/.test(line.reference.trim()) ? '' : line.reference;
  const supplement = line.supplement.startsWith('/') ? '' : line.supplement;
  return { ...NO_TEXT, description: tidy(`${reference} ${supplement}`) };
}

const ACCOUNT_NUMBER = /^P?\d{7,10}$/;

/** SNS, ASN and RegioBank: the account is the reference, and the text begins by repeating both. */
function readNamedReference(lines: readonly string[], line: StatementLine): PaymentText | null {
  const account = line.reference.trim();
  if (!isIban(account) && !ACCOUNT_NUMBER.test(account)) return null;
  const [first = '', ...rest] = lines;
  if (tidy(first) !== tidy(`${account} ${line.supplement}`)) return null;
  return {
    ...NO_TEXT,
    account,
    name: orNull(line.supplement),
    description: tidy(joinLines(rest)),
  };
}

/**
 * Rabobank: the other account on the second line of `:61:`, or in its older form as the reference,
 * filled up with spaces and followed by the name.
 */
function partyInLine(line: StatementLine): Pick<PaymentText, 'name' | 'account'> {
  const padded = /^(P?\d{7,10}) {2,}(\S.*)?$/.exec(line.reference);
  if (padded) return { account: padded[1] ?? null, name: orNull(padded[2]) };
  const supplement = line.supplement.replaceAll(' ', '');
  const isAccount = isIban(supplement) || ACCOUNT_NUMBER.test(supplement);
  return { account: isAccount ? supplement : null, name: null };
}
