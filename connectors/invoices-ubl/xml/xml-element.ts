import type { Place } from '@inning/sdk';

/** An element as it stood in the file; `name` and attribute names are without prefix. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  /** Where its start tag begins, counted from 1. */
  readonly line: number;
  readonly parent: XmlElement | null;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
};

/** `/Invoice/LegalMonetaryTotal/PayableAmount` */
export function elementPath(element: XmlElement): string {
  const names: string[] = [];
  for (let at: XmlElement | null = element; at !== null; at = at.parent) names.unshift(at.name);
  return `/${names.join('/')}`;
}

/** Line, element name and path; `below` is the path of something that should have been inside. */
export function elementPlace(element: XmlElement, below?: string): Place {
  const path = below === undefined ? elementPath(element) : `${elementPath(element)}/${below}`;
  return { line: element.line, field: path.slice(path.lastIndexOf('/') + 1), path };
}

/** All elements at a path below, such as `PartyName/Name`, in the order of the file. */
export function findAll(element: XmlElement, path: string): XmlElement[] {
  let found = [element];
  for (const name of path.split('/')) {
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  }
  return found;
}

/** The text of an element on one line: runs of white space count as one space. */
export function plainText(element: XmlElement): string {
  return element.text.replace(/\s+/g, ' ').trim();
}

/** The first element at a path that holds text; an empty element counts as absent. */
export function findFilled(element: XmlElement, path: string): XmlElement | null {
  return findAll(element, path).find((found) => plainText(found) !== '') ?? null;
}
