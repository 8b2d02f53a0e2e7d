import {
  type Cents,
  formatCents,
  formatDay,
  type Locale,
  localize,
  type MessageTexts,
  sayMessage,
} from '@inning/sdk';
import type { ClaimSpecification } from '../../domain/claims/index.ts';

type Line = ClaimSpecification['lines'][number];
type Clock = ClaimSpecification['clocks'][number];

/** A claim as lines for a person: what is open, how it came about, and when costs may be claimed. */
// oxlint-disable-next-line max-params -- what is said, with which words, in which language
export function sayClaim(claim: ClaimSpecification, texts: MessageTexts, locale: Locale): string[] {
  const money = (cents: number) => formatCents(cents as Cents, locale, claim.currency).padStart(14);
  const { debtor, totals } = claim;

  const line = (one: Line): string[] => [
    `  ${formatDay(one.on, locale).padEnd(16)} ${one.number.padEnd(16)} ${one.part.padEnd(10)} ${one.kind.padEnd(9)} ${money(one.amountCents)}`,
    ...(one.reason ? [`      ${sayMessage(texts, one.reason, locale)}`] : []),
    ...one.arithmetic.map((sentence) => `      ${localize(sentence, locale)}`),
    ...(one.ground
      ? [`      ${one.ground.article}: ${localize(one.ground.sentence, locale)}`]
      : []),
  ];
  return [
    `${debtor.name} (${debtor.number}), ${debtor.kind}, on ${formatDay(claim.on, locale)}`,
    '',
    ...(['principal', 'costs', 'interest'] as const).map(
      (part) => `${part.padEnd(10)} ${money(totals[part].openCents)}`,
    ),
    `${'open'.padEnd(10)} ${money(claim.openCents)}`,
    ...(claim.announcedCents > 0 ? [`announced  ${money(claim.announcedCents)}`] : []),
    ...section('Lines', claim.lines.flatMap(line)),
    ...section(
      'Costs',
      claim.clocks.flatMap((clock) => sayClock(clock, locale)),
    ),
    ...section(
      'Remarks',
      claim.remarks.map(({ sentence }) => `  ${localize(sentence, locale)}`),
    ),
  ];
}

function sayClock(clock: Clock, locale: Locale): string[] {
  const day = formatDay(clock.announcedOn, locale);
  return [
    `  ${clock.numbers.join(', ')}: ${clock.state}, announced on ${day}`,
    ...clock.steps.map((step) => `    ${localize(step, locale)}`),
    ...(clock.refusal ? [`    ${clock.refusal} ${clock.faults.join(', ')}`.trimEnd()] : []),
    ...(clock.ground
      ? [`    ${clock.ground.article}: ${localize(clock.ground.sentence, locale)}`]
      : []),
  ];
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : ['', title, ...lines];
