import { type Cents, formatCents, formatDay, type Locale, localize } from '@inning/sdk';
import { NOTICE_TEXTS, type NoticeText } from './notice.texts.ts';

export type PaidLine = {
  readonly number: string;
  readonly debtorName: string;
  readonly debtorId: string;
  readonly totalCents: Cents;
  readonly currency: string;
  readonly paidOn: string;
};
export type NoticeFacts = {
  readonly locale: Locale;
  readonly readerName: string;
  readonly administrationName: string;
  readonly publicUrl: string;
  readonly lines: readonly PaidLine[];
};

/** The mail: which invoices, of whom, and where to look. Plain, since colleagues read it in passing. */
export function composeNotice(facts: NoticeFacts) {
  const { locale, lines, administrationName, readerName, publicUrl } = facts;
  const say = (name: NoticeText, fill: Readonly<Record<string, string>> = {}) =>
    localize(NOTICE_TEXTS[name], locale).replace(/\{(\w+)\}/g, (_, word) => fill[word] ?? '');
  const [first] = lines;
  const subject = oneLine(
    lines.length === 1 && first
      ? say('subjectOne', { number: first.number, debtor: first.debtorName })
      : say('subjectMany', { count: String(lines.length), administration: administrationName }),
  );
  const hello = say('hello', { name: readerName });
  const lead = say('lead', { administration: administrationName });
  const rows = lines.map((line) => ({
    url: `${publicUrl}/debtors/${line.debtorId}`,
    text: say('line', {
      number: line.number,
      debtor: line.debtorName,
      amount: formatCents(line.totalCents, locale, line.currency),
      day: formatDay(line.paidOn, locale),
    }),
  }));
  const why = say('why');
  const text = [
    `${hello}\n\n${lead}`,
    rows.map((row) => `- ${row.text}\n  ${row.url}`).join('\n'),
    `${why}\n${publicUrl}/settings/notices`,
  ];
  const html = [
    `<p>${escape(hello)}</p><p>${escape(lead)}</p>`,
    `<ul>${rows.map((row) => `<li><a href="${escape(row.url)}">${escape(row.text)}</a></li>`).join('')}</ul>`,
    `<p style="color:#586675"><a href="${escape(publicUrl)}/settings/notices">${escape(why)}</a></p>`,
  ];
  return {
    subject,
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body style="font:16px/1.5 sans-serif">${html.join('')}</body></html>`,
  };
}

/** Names come from files of others; a head of a mail is one line. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 200);

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
