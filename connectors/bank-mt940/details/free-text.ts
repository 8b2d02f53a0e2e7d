import {
  accountOf,
  bicOf,
  joinLines,
  meaningful,
  NO_TEXT,
  orNull,
  type PaymentText,
  tidy,
} from '@inning/sdk/bank';

/** Text in which at most an account at the beginning can be told apart. Never null. */
export function readFreeText(lines: readonly string[]): PaymentText {
  const text = joinLines(lines);
  return (
    readAbnAccount(lines.join(' ')) ??
    readIngDirectDebit(text) ??
    readAccountFirst(text) ?? { ...NO_TEXT, description: tidy(text) }
  );
}

/** ABN AMRO before IBAN: `12.34.56.789 name   …` or `GIRO 4567890 name   …`, in columns. */
function readAbnAccount(text: string): PaymentText | null {
  const account = /^(\d{2}\.\d{2}\.\d{2}\.\d{3}|GIRO +\d{3,7})(?= )/.exec(text)?.[0];
  if (account === undefined) return null;
  const rest = text.slice(account.length);
  const name = /^ (\S+(?: \S+)*)(?: {2}|\s*$)/.exec(rest);
  return {
    ...NO_TEXT,
    account: accountOf(account.replace(/^GIRO/, '')),
    name: orNull(name?.[1]),
    description: tidy(rest.slice(name?.[0].length ?? 0)),
  };
}

/** ING: `Europese Incasso, doorlopend account bank name creditor-id SEPA mandate …`. */
function readIngDirectDebit(text: string): PaymentText | null {
  const match =
    /^Europese Incasso,? \w+ ([A-Z]{2}\d{2}[A-Z0-9]{8,30}) ([A-Z0-9]{8,11}) (.*)$/s.exec(
      tidy(text),
    );
  if (!match) return null;
  const rest = match[3] ?? '';
  // The id is behind the name: country, two characters, then letters or digits without spaces.
  const id = / [A-Z]{2}\d{2}[A-Z0-9]{8,31}(?= )/.exec(rest);
  return {
    ...NO_TEXT,
    account: match[1] ?? null,
    bic: bicOf(match[2]),
    mandateId: meaningful(/ SEPA (\S+)/.exec(rest)?.[1]),
    name: id ? orNull(rest.slice(0, id.index)) : null,
    description: id ? rest.slice(id.index).trim() : rest,
  };
}

/** BNG and others begin with an IBAN; ING and Van Lanschot with ten digits, filled up with zeros. */
function readAccountFirst(text: string): PaymentText | null {
  const match = /^([A-Z]{2}\d{2}[A-Z]{4}\d{10}|0\d{9})(?=\s|$)/.exec(text);
  if (!match) return null;
  return {
    ...NO_TEXT,
    account: accountOf(match[0]),
    description: tidy(text.slice(match[0].length)),
  };
}
