import { message, type Message } from '@inning/sdk';
import type { PluginAsks } from '../package-types.ts';
import { askTexts } from './asks.texts.ts';

/** A permission in plain words: `message` has a text in `askTexts`. */
export type AskLine = {
  readonly kind: keyof PluginAsks;
  readonly message: Message;
  /** It can change what somebody owes, or what happens with money that came in. */
  readonly isMoney: boolean;
};

const MONEY = new Set([
  'nodePorts costs',
  'ports payment-match',
  'ports bank-statement',
  'ports bank-feed',
  'ports payment-provider',
]);
const ORDER: readonly (keyof PluginAsks)[] = [
  'claim',
  'nodePorts',
  'channels',
  'hosts',
  'credentials',
  'ports',
  'events',
];

/** What a plugin asks for as sentences, each once, in the order in which people weigh them. */
export function sayAsks(asks: PluginAsks): AskLine[] {
  const lines = ORDER.flatMap((kind) =>
    asks[kind].map((ask) => ({
      kind,
      message: SAY[kind](ask),
      isMoney: MONEY.has(`${kind} ${ask}`),
    })),
  );
  const known = new Set<string>();
  return lines.filter(({ message: said }) => {
    const key = JSON.stringify(said);
    return !known.has(key) && known.add(key);
  });
}

const SAY: Readonly<Record<keyof PluginAsks, (ask: string) => Message>> = {
  claim: (path) => sayKnown('packages.claim', codeOfPath(path), path),
  nodePorts: (port) => sayKnown('packages.does', port),
  channels: (channel) => sayKnown('packages.channel', channel),
  ports: (port) => sayKnown('packages.port', port),
  events: (event) => sayKnown('packages.hears', event.split('.')[0] ?? event, event),
  hosts: (host) =>
    host.startsWith('*.')
      ? message('packages.hosts-below', { host: host.slice(2) })
      : message('packages.host', { host }),
  credentials(ask) {
    const [name = '', host = ''] = ask.split(' ');
    return message('packages.credential', { name, host });
  },
};

/** What has no words of its own is told by its name, never left out. */
// oxlint-disable-next-line max-params -- a code, its end, and what stands for it otherwise
function sayKnown(prefix: string, name: string, shown = name): Message {
  const code = `${prefix}.${name}`;
  return Object.hasOwn(askTexts, code)
    ? message(code)
    : message(`${prefix}.other`, { name: shown });
}

const TOGETHER: readonly (readonly [code: string, fields: RegExp])[] = [
  ['amounts', /^(currency|(open|principal|costs|interest|overdue|announced)Cents)$/],
  ['terms', /^(invoiceCount|daysOverdue|oldestInvoicedOn|oldestDueOn)$/],
  ['promise', /^promisedOn$/],
  ['cost-state', /^costState$/],
  ['dispute', /^hasDispute$/],
  ['invoice-amounts', /^invoices\.(total|open|principal|costs|interest|announced)Cents$/],
  ['invoice-terms', /^invoices\.(invoicedOn|dueOn|daysOverdue)$/],
  ['invoice-numbers', /^invoices\.(id|number)$/],
  ['invoice-state', /^invoices\.(costState|isDisputed|lastDayOn|claimableOn)$/],
  ['debtor-numbers', /^debtor\.(id|number)$/],
  ['debtor-kind', /^debtor\.(kind|language|country)$/],
  ['debtor-behaviour', /^debtor\.behaviour(\.\w+)?$/],
  ['administration', /^administration(\.\w+)?$/],
  ['creditor', /^creditor(\.\w+)?$/],
];

/** Fields that mean the same to a person are told as one. */
const codeOfPath = (path: string): string =>
  TOGETHER.find(([, fields]) => fields.test(path))?.[0] ?? path.replace('.', '-');
