import type { Place } from '@inning/sdk';

/** A small piece of the file, such as one balance or one entry. Names are without prefix. */
export type XmlElement = {
  readonly name: string;
  readonly line: number;
  readonly parent: XmlElement | null;
  /** The attribute `Ccy`; no other attribute means anything in these messages. */
  readonly currency: string | null;
  readonly children: XmlElement[];
  text: string;
};

/** The first child by that name, or what lies deeper: `find(entry, 'Acct', 'Id', 'IBAN')`. */
export function find(from: XmlElement, ...path: readonly string[]): XmlElement | null {
  let at: XmlElement | null = from;
  for (const name of path) {
    at = at.children.find((child) => child.name === name) ?? null;
    if (at === null) return null;
  }
  return at;
}

export function findAll(from: XmlElement, name: string): XmlElement[] {
  return from.children.filter((child) => child.name === name);
}

/** The text of an element with its white space tidied, or null when it is absent or empty. */
export function textAt(from: XmlElement, ...path: readonly string[]): string | null {
  const found = find(from, ...path);
  return found === null ? null : textOf(found);
}

export function textOf(element: XmlElement): string | null {
  const text = element.text.replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

export function placeOf(element: XmlElement): Place {
  const names: string[] = [];
  for (let at: XmlElement | null = element; at !== null; at = at.parent) names.unshift(at.name);
  return { line: element.line, field: names.join('/') };
}
