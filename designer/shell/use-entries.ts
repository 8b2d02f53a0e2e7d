import { useHasMailbox } from '../api/mailbox.ts';
import { ENTRIES, type Entry } from './entries.ts';

/** The entries that lead somewhere here: the development mailbox is not there on every installation. */
export function useEntries(): readonly Entry[] {
  const hasMailbox = useHasMailbox();
  return hasMailbox ? ENTRIES : ENTRIES.filter((entry) => entry.id !== 'mailbox');
}
