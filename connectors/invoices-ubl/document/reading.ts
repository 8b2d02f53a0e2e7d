import type { CalendarDate, Place } from '@inning/sdk';
import { isCalendarDate } from '@inning/sdk';
import {
  elementPlace,
  findAll,
  findFilled,
  plainText,
  type XmlElement,
} from '../xml/xml-element.ts';

export type Problem = { readonly code: string; readonly message: string; readonly place: Place };

/** What was found wrong while one document is read: problems refuse it, warnings go with it. */
export type Reading = {
  readonly problems: Problem[];
  readonly warnings: string[];
  refuse(code: string, place: Place, message: string): null;
};

export function createReading(): Reading {
  const problems: Problem[] = [];
  return {
    problems,
    warnings: [],
    refuse(code, place, message) {
      problems.push({ code, place, message });
      return null;
    },
  };
}

/** Direction marks and zero-width signs that make a text look different from what it is. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const MAX_TEXT = 250;

/** A text that may be absent. Too long to be true is left out, with a warning. */
export function readText(element: XmlElement, path: string, reading: Reading): string | null {
  const found = findFilled(element, path);
  if (found === null) return null;
  const text = plainText(found);
  if (text.length > MAX_TEXT) {
    reading.warnings.push(`${where(found)} has over ${MAX_TEXT} characters and was left out.`);
    return null;
  }
  if (INVISIBLE.test(text)) reading.warnings.push(`${where(found)} holds invisible characters.`);
  return text;
}

/** The only filled element at a path. Two that differ contradict each other and are refused. */
export function readOnly(element: XmlElement, path: string, reading: Reading): XmlElement | null {
  const filled = findAll(element, path).filter((found) => plainText(found) !== '');
  const [first, ...others] = filled;
  const other = others.find((found) => first && plainText(found) !== plainText(first));
  if (first && other) {
    reading.refuse(
      'ELEMENT_CONTRADICTS',
      elementPlace(other),
      `${path} is there twice: ${show(plainText(first))} and ${show(plainText(other))}.`,
    );
  }
  return first ?? null;
}

/** A day that may be absent; a day that does not exist is refused. A time zone is left aside. */
export function readDay(element: XmlElement | null, reading: Reading): CalendarDate | null {
  if (element === null) return null;
  const text = plainText(element);
  const day = text.replace(/(Z|[+-]\d{2}:\d{2})$/, '');
  if (isCalendarDate(day)) return day;
  const message = `${element.name} ${show(text)} is not a day in the form 2026-03-01.`;
  return reading.refuse('DATE_INVALID', elementPlace(element), message);
}

export const where = (element: XmlElement) => `${element.name} (line ${element.line})`;

/** A value from the file as it can stand in a message. */
export const show = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
