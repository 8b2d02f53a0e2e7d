import {
  type DomainError,
  MailAmbiguousError,
  MailRefusedError,
  MailUnavailableError,
} from '@inning/sdk';
import type { NodemailerError } from 'nodemailer';

/** Answers to these are about this mail; anything earlier is about the session. */
const ABOUT_THE_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA', 'API'];
/** Nodemailer itself refuses these before a server sees them. */
const NEVER_VALID = ['EENVELOPE', 'EMESSAGE'];
const BAD_SEQUENCE = 503;

/**
 * What a failure of nodemailer means for the mail. A "no" from the server is final (5xx) or for now
 * (4xx); silence is harmless before the mail was handed over, and ambiguous afterwards.
 */
export function translateSmtpError(error: NodemailerError, isHandedOver: boolean): DomainError {
  const { code = null, command = null } = error;
  const responseCode = error.responseCode || null;
  const details = { code, command, responseCode, status: enhancedStatus(error.response) };
  const options = { cause: withoutAddresses(error) };

  if (responseCode !== null && responseCode >= 400) {
    return isFinal(responseCode, command)
      ? new MailRefusedError(
          `The mail server refused this mail (${responseCode}).`,
          details,
          options,
        )
      : new MailUnavailableError(
          `The mail server takes no mail now (${responseCode}).`,
          details,
          options,
        );
  }
  if (isHandedOver) {
    const text = 'The connection was lost after the mail was handed over; it may have been sent.';
    return new MailAmbiguousError(text, details, options);
  }
  if (NEVER_VALID.some((one) => one === code)) {
    return new MailRefusedError(
      'This mail cannot be sent: its envelope is not valid.',
      details,
      options,
    );
  }
  return new MailUnavailableError('The mail server cannot be reached.', details, options);
}

// A wrong password is answered with 535: a setting is wrong then, not the mail.
const isFinal = (responseCode: number, command: string | null) =>
  responseCode >= 500 &&
  responseCode !== BAD_SEQUENCE &&
  command !== null &&
  ABOUT_THE_MAIL.includes(command);

/** The enhanced status code (RFC 3463), such as 5.1.1 for an unknown recipient. */
function enhancedStatus(response = ''): string | null {
  return /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0] ?? null;
}

/** Servers like to repeat the recipient; logs never hold an address. */
function withoutAddresses(error: Error): Error {
  return new Error(error.message.replace(/[^\s<>@]+@[^\s<>@]+/g, '…'));
}
