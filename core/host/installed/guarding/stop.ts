export type Stop = {
  readonly because: 'failures' | 'revoked';
  /** For people, in the words of whoever found it. */
  readonly text: string;
  /** Where it was found, when that was in one administration. */
  readonly administrationId?: string | null;
};
