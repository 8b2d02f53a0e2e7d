import type { BankFeedPort, BankLine, CalendarDate, FeedQuestion } from '@inning/sdk';

/** More pages than days of a month can have: whoever goes on longer is led around. */
const MOST_PAGES = 1_000;

type Window = Pick<FeedQuestion, 'consent' | 'accountId'> & {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
};

/**
 * Every line of some days, each once: a page that comes twice or leads back adds nothing. All or
 * nothing: a page that fails fails the whole, so that no day looks complete that is not.
 */
export async function readWindow(port: BankFeedPort, window: Window): Promise<BankLine[]> {
  const lines = new Map<string, BankLine>();
  const asked = new Set<string | null>();
  let cursor: string | null = null;
  while (!asked.has(cursor) && asked.size < MOST_PAGES) {
    asked.add(cursor);
    const page = await port.lines({ ...window, cursor });
    for (const line of page.lines) lines.set(line.bankReference, line);
    if (page.next === null) break;
    cursor = page.next;
  }
  return [...lines.values()];
}
