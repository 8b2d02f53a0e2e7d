import {
  isCalendarDate,
  type Locale,
  type Message,
  message,
  type Refusal,
  sayMessage,
} from '@inning/sdk';
import type { Change } from './comparing/compare-debtor.ts';
import { importTexts } from './texts.ts';

/** A refusal in the reader's language; what an importer said of its own format stays as it said it. */
export function sayRefusal(refusal: Refusal & Pick<Message, 'params'>, locale: Locale): string {
  const code = `imports.refused-${refusal.code.toLowerCase().replaceAll('_', '-')}`;
  if (!Object.hasOwn(importTexts, code)) return refusal.message;
  return sayMessage(importTexts, message(code, refusal.params), locale);
}

/** A change in the reader's language: `amount: € 100,00 → € 120,00`. */
export function sayChange({ field, from, to }: Change, locale: Locale): string {
  const label = `imports.field-${field.replace('debtor.', '')}`;
  const name = Object.hasOwn(importTexts, label)
    ? sayMessage(importTexts, message(label), locale)
    : field;
  const suffix = field.endsWith('Cents') ? 'Cents' : isCalendarDate(to) ? 'On' : '';
  const params = { name, [`from${suffix}`]: plain(from), [`to${suffix}`]: plain(to) };
  return sayMessage(importTexts, message(`imports.change${suffix}`, params), locale);
}

function plain(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return null;
  return Object.values(value)
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ');
}
