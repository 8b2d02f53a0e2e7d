/** A finished letter, ready for the wire. Header values never hold line breaks; the host checks. */
export type OutgoingMail = {
  /** Same key, same mail: a connector that can pass it on to its provider declares `isIdempotent`. */
  readonly key: string;
  /** Whose mail it is, for connectors that serve several agencies. */
  readonly agencyId: string;
  /** When the platform sends it: the date in its head. */
  readonly sentAt: Date;
  readonly messageId: string;
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly replyTo?: MailAddress;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
};
export type MailAddress = { readonly name?: string; readonly address: string };
export type MailAttachment = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/**
 * A way to send e-mail. Throws a `MailRefusedError` for good, a `MailUnavailableError` to try later and
 * a `MailAmbiguousError` when the mail may have left. A connector in the sandbox gets the same `Date`
 * and `Uint8Array`: they cross as tagged texts and are made again on the other side.
 */
export type MailPort = {
  /** True when sending the same key again does not deliver a second mail. */
  readonly isIdempotent: boolean;
  /** How many mails may be under way at once. */
  readonly concurrency: number;
  send(mail: OutgoingMail): Promise<{ readonly providerId: string }>;
  close?(): Promise<void>;
};
