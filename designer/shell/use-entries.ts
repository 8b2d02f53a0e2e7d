import { useHasMailbox } from '../api/mailbox.ts';
import { useSession } from '../api/session.ts';
import { ENTRIES, type Entry } from './entries.ts';

/**
 * The entries that lead somewhere for this person: not everybody has something to do everywhere, and the
 * development mailbox is not there on every installation.
 */
export function useEntries(): readonly Entry[] {
  const role = useSession().data?.user.role;
  const hasMailbox = useHasMailbox();
  return ENTRIES.filter(
    ({ id, roles }) =>
      role !== undefined && roles.includes(role) && (id !== 'mailbox' || hasMailbox),
  );
}
