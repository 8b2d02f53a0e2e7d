import type { Place } from './places.ts';

/** Ids in addresses and bodies that name nothing of a tenant, with the reason. */
const NOT_OF_A_TENANT: Readonly<Record<string, string>> = {
  'plugins/:id': 'a plugin is part of the installation; its settings are asked for by scope',
  'installed-plugins/:id': 'the name of a plugin; an agency finds its own install only',
  letterId: 'the name of a step, a day and a version within a simulation',
  nodeId: 'a node within a flow document',
};
/** Names that do not say by themselves which noun they mean. */
const MEANT: Readonly<Record<string, string>> = {
  assigneeId: 'users',
  contactId: 'debtors.contacts',
  documentId: 'invoices.documents',
  fileId: 'stored-files',
  // The flow for debtors of each payment behaviour (`flowChoice`).
  steady: 'flows',
  unknown: 'flows',
  fluctuating: 'flows',
  erratic: 'flows',
};

export type IdBuilder = (place: Place) => string | undefined;

/**
 * How to name something of a given place: for a parameter `id` the word before it says what it is
 * (`/debtors/:id`), any other says it itself (`invoiceId`). Null when the name means nothing of a
 * tenant; undefined when nobody told this test what it is, which is a failure.
 */
export function idBuilder(name: string, url = ''): IdBuilder | null | undefined {
  const before = /\/([^/]+)\/:id(?=[/.]|$)/.exec(url)?.[1] ?? '';
  if ((name === 'id' ? `${before}/:id` : name) in NOT_OF_A_TENANT) return null;
  const noun = name === 'id' ? before : (MEANT[name] ?? plural(name.replace(/Ids?$/, '')));
  return (place) => [...place.ids].find(([known]) => sameWord(known, noun))?.[1];
}

const plural = (noun: string) => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`);
/** `bank-lines`, `bankLines` and `bank_lines` are one. */
const sameWord = (a: string, b: string) => bare(a) === bare(b);
const bare = (word: string) => word.toLowerCase().replace(/[^a-z.]/g, '');

export const isIdName = (name: string) => name === 'id' || /[a-z]Ids?$/.test(name);
