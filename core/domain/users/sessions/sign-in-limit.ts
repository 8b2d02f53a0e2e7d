import type { Clock } from '@inning/sdk';
import { createHash } from 'node:crypto';
import { isDuplicateKey, newId, type Store, systemScope } from '../../../store/index.ts';
import { TooManySignInsError } from '../users.errors.ts';
import { signInAttempts } from './sign-in-attempt.model.ts';

const WINDOW_MS = 15 * 60_000;

type Counter = { readonly key: string; readonly limit: number };
export type SignInLimit = ReturnType<typeof createSignInLimit>;

/**
 * Counts attempts in the database, so that all servers share one count. Strict for one person at one
 * address; wider for one address (an office behind one line) and for one person from many addresses.
 */
export function createSignInLimit(deps: { store: Store; clock: Clock }) {
  const table = deps.store.table(signInAttempts).in(systemScope('nobody is signed in yet'));

  /** Counts first and asks afterwards: a hundred attempts at the same moment are a hundred. */
  async function count({ key, limit }: Counter): Promise<void> {
    const now = deps.clock.now();
    const resetsAt = new Date(now.getTime() + WINDOW_MS);
    await table.deleteMany({ resetsAt: { $lte: now } });
    const row = await again(() =>
      table.upsert({ key }, { $inc: { count: 1 }, $setOnInsert: { _id: newId(), resetsAt } }),
    );
    if (row.count <= limit) return;
    throw new TooManySignInsError(Math.ceil((row.resetsAt.getTime() - now.getTime()) / 1000));
  }

  return {
    /** Throws TooManySignInsError when it is enough for now. */
    async attempt(email: string, address: string): Promise<void> {
      for (const counter of counters(email, address)) await count(counter);
    },

    /** The password was right: what was counted for this person and this attempt is forgotten. */
    async succeed(email: string, address: string): Promise<void> {
      const [own, ...shared] = counters(email, address);
      if (own) await table.deleteMany({ key: own.key });
      const keys = shared.map(({ key }) => key);
      await table.updateMany({ key: { $in: keys } }, { $inc: { count: -1 } });
    },
  };
}

function counters(email: string, address: string): readonly Counter[] {
  const who = email.trim().toLowerCase();
  return [
    { key: hash('both', who, address), limit: 5 },
    { key: hash('address', address), limit: 100 },
    { key: hash('person', who), limit: 50 },
  ];
}

const hash = (...parts: string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Two first attempts at once both want to insert the row; the loser finds it the second time. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return work();
  }
}
