import { choice, text } from './search.ts';

/** What the address bar of each screen may say; anything else counts as not chosen. */
type Search = Record<string, unknown>;

export const debtorsSearch = (from: Search) => ({
  ...text('search', from),
  ...text('administrationId', from),
  ...choice('state', ['open', 'overdue', 'paused', 'no-flow', 'all'], from),
});

export const invoicesSearch = (from: Search) => ({
  ...text('search', from),
  ...text('administrationId', from),
  ...choice('history', ['true'], from),
});

export const tasksSearch = (from: Search) => ({
  ...text('on', from),
  ...text('administrationId', from),
  ...text('assigneeId', from),
  ...text('kind', from),
  ...choice('state', ['open', 'done'], from),
});

export const bankSearch = (from: Search) => ({
  ...text('administrationId', from),
  ...text('search', from),
  ...text('account', from),
  ...choice('view', ['work', 'lines', 'accounts', 'statements', 'learned'], from),
  ...choice('state', ['unmatched', 'plausible', 'matched', 'ignored'], from),
  ...choice('decidedBy', ['system', 'person'], from),
});

export const connectBankSearch = (from: Search) => ({
  ...text('administrationId', from),
  ...text('connectionId', from),
  ...text('result', from),
});

export const trustStatementSearch = (from: Search) => ({
  ...text('from', from),
  ...text('until', from),
});

export const versionsSearch = (from: Search) => ({
  ...text('from', from),
  ...text('to', from),
});

export const moveCasesSearch = (from: Search) => ({
  ...text('from', from),
  ...text('to', from),
});

export const pluginReturnSearch = (from: Search) => ({
  ...text('credential', from),
  ...text('result', from),
});

export const todaySearch = (from: Search) => ({
  ...text('administrationId', from),
  ...text('flowId', from),
  ...text('search', from),
  ...choice('group', ['stuck', 'sends', 'starts', 'held', 'ends', 'moves', 'waits'], from),
});

export const trySearch = (from: Search) => ({
  ...text('version', from),
  ...text('debtorId', from),
});

export const watchSearch = (from: Search) => ({
  ...text('version', from),
  ...text('node', from),
  ...text('outcome', from),
  ...text('case', from),
  ...choice('state', ['stuck', 'held'], from),
  ...choice('period', ['1', '7', '30'], from),
});
