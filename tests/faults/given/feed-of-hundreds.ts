import { createBankFeedService } from '../../../core/domain/bank-feeds/index.ts';
import type { World } from '../../../core/domain/testing/world.ts';
import { playBank } from '../../kit/played-bank.ts';

/** Every second line pays the invoice of that number. */
export const invoiceNumberAt = (at: number) => `2026-${String(at).padStart(4, '0')}`;
export const amountCentsAt = (at: number) => 1_000 + at;

/**
 * A bank that has so many lines of one day, two on a page, and whoever reads it. In every process the same
 * bank: only the database knows what was read before.
 */
export function openFeedOfHundreds(world: World, lineCount: number) {
  const bank = playBank();
  for (let at = 0; at < lineCount; at += 1) {
    const text = at % 2 === 0 ? `factuur ${invoiceNumberAt(at)}` : `iets anders ${at}`;
    const amount = (amountCentsAt(at) / 100).toFixed(2);
    bank.booked.push({ id: `t${at}`, on: '2026-03-02', amount, text });
  }
  const feeds = createBankFeedService({
    ...world,
    publicUrl: 'https://incasso.example',
    feedsFor: async () => [{ pluginId: 'bank-xs2a', port: bank.port }],
    signIns: {
      start: async () => Promise.reject(new Error('this bank sends the browser itself')),
      forget: async () => {},
    },
  });
  return { bank, feeds };
}
