import type { PluginLog } from '@inning/sdk';

const LONGEST_TEXT = 500;
const MOST_FIELDS = 20;
const DEEPEST = 3;

/** The log of one plugin: every line says whose it is, and none is long. */
export function logOfPlugin(pluginId: string, log: PluginLog): PluginLog {
  const line = (details: unknown, text: unknown): [object, string] => [
    { pluginId, details: cut(details, 0) },
    cutText(String(text)),
  ];
  return {
    info: (details, text) => log.info(...line(details, text)),
    warn: (details, text) => log.warn(...line(details, text)),
    error: (details, text) => log.error(...line(details, text)),
  };
}

/** A copy of at most three levels with at most twenty fields each. */
function cut(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cutText(value);
  // An error of ours keeps what the log of the process makes of errors.
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(value)) return value.slice(0, MOST_FIELDS).map((item) => cut(item, depth + 1));
  const fields = Object.entries(value).slice(0, MOST_FIELDS);
  return Object.fromEntries(fields.map(([name, item]) => [cutText(name), cut(item, depth + 1)]));
}

const cutText = (text: string) =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
