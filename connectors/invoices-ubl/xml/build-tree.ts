import type { SaxesTagNS } from 'saxes';
import type { XmlElement } from './xml-element.ts';

/** Deeper or more than this is no invoice but an attack, or a mistake. */
const MAX_DEPTH = 60;
const MAX_ELEMENTS = 100_000;

/** Large parts that say nothing about what is owed; they are checked to be XML and left out. */
const LEFT_OUT = new Set([
  'UBLExtensions',
  'Signature',
  'InvoiceLine',
  'CreditNoteLine',
  'TaxTotal',
  'StandardBusinessDocumentHeader',
]);

export type TreeHooks = {
  /** Sees the root before anything else is read, and may throw. */
  checkRoot(root: XmlElement): void;
  /** Called with the reason when there is too much; throws. */
  stop(problem: string): never;
};

/** Builds elements from the tags and texts that a parser meets. */
export function createTree({ checkRoot, stop }: TreeHooks) {
  const open: XmlElement[] = [];
  const names: string[] = [];
  let root: XmlElement | null = null;
  let leftOutAt = 0;
  let elements = 0;

  return {
    /** Names of the elements that are open now, the root first. */
    names,
    root: () => root,

    open(tag: SaxesTagNS, line: number): void {
      names.push(tag.local.slice(0, 60));
      if (names.length > MAX_DEPTH) stop(`elements are nested over ${MAX_DEPTH} deep.`);
      if (leftOutAt > 0) return;
      if (LEFT_OUT.has(tag.local)) {
        leftOutAt = names.length;
        return;
      }
      elements += 1;
      if (elements > MAX_ELEMENTS) stop(`there are over ${MAX_ELEMENTS} elements.`);

      const element = toElement(tag, line, open.at(-1) ?? null);
      element.parent?.children.push(element);
      open.push(element);
      if (root !== null) return;
      root = element;
      checkRoot(element);
    },

    addText(part: string): void {
      const element = open.at(-1);
      if (leftOutAt === 0 && element) element.text += part;
    },

    close(): void {
      if (leftOutAt === 0) open.pop();
      if (leftOutAt === names.length) leftOutAt = 0;
      names.pop();
    },
  };
}

function toElement(tag: SaxesTagNS, line: number, parent: XmlElement | null): XmlElement {
  const attributes = Object.values(tag.attributes);
  return {
    name: tag.local,
    namespace: tag.uri,
    line,
    parent,
    attributes: new Map(attributes.map(({ local, value }) => [local, value])),
    children: [],
    text: '',
  };
}
