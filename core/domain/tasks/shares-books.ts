import type { RequestUser } from '@inning/sdk';
import type { Id, Scope } from '../../store/index.ts';

/** How far a colleague sees; without a list the whole agency. */
export type Colleague = Partial<Pick<RequestUser, 'creditorIds' | 'administrationIds'>>;

/**
 * Whether a colleague works in any books of this scope. Somebody of another creditor of the same agency
 * does not: to whoever looks from this scope there is no such person.
 */
export function sharesBooks(scope: Scope, colleague: Colleague): boolean {
  if (scope.kind === 'system') return true;
  return (
    overlaps(scope.creditorIds, colleague.creditorIds ?? 'all') &&
    overlaps(scope.administrationIds, colleague.administrationIds ?? 'all')
  );
}

function overlaps(seen: 'all' | readonly Id[], theirs: 'all' | readonly string[]): boolean {
  if (seen === 'all' || theirs === 'all') return true;
  return seen.some((id) => theirs.includes(id.toHexString()));
}
