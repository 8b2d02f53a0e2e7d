import type { Trust } from '../package-types.ts';
import { createTrust } from './create-trust.ts';
import type { Publisher } from './publisher.model.ts';
import type { Revocation } from './revocation.model.ts';

type Rows = readonly [readonly Publisher[], readonly Revocation[]];

const FRESH_MS = 500;

/** Trust that is never older than a second, and the very same object as long as nothing changed. */
export function rememberTrust(read: () => Promise<Rows>) {
  let known: { readonly trust: Trust; readonly text: string; readonly readAt: number } | null =
    null;
  let changes = 0;

  return {
    async trust(): Promise<Trust> {
      const askedAt = performance.now();
      if (known && askedAt - known.readAt < FRESH_MS) return known.trust;
      const changesBefore = changes;
      const rows = await read();
      const text = JSON.stringify(rows);
      const trust = known?.text === text ? known.trust : createTrust(...rows);
      // What changed while we read may not be in it.
      known = { trust, text, readAt: changes === changesBefore ? askedAt : -Infinity };
      return trust;
    },
    /** After a change of our own: the next who asks reads again. */
    forget(): void {
      changes += 1;
      known = known && { ...known, readAt: -Infinity };
    },
  };
}
