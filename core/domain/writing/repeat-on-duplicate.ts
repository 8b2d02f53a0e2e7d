import { isDuplicateKey } from '../../store/index.ts';

/** Each attempt sees what the other writer left; more of them than this means something else is wrong. */
const MOST_ATTEMPTS = 8;

/**
 * Runs work that first looks what is there and then writes what is missing. When another writer takes
 * the same unique key in between, it looks again. Only for work that leaves nothing when it fails.
 */
export async function repeatOnDuplicate<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isDuplicateKey(error) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}
