import { ADMINISTRATORS, WRITERS } from '@inning/sdk';
import { useSession } from './session.ts';

/** Buttons for what one may not do are not shown; the server refuses it in any case. */
export function useMayWrite(): boolean {
  const role = useSession().data?.user.role;
  return role !== undefined && WRITERS.includes(role);
}

export function useMayChangeSettings(): boolean {
  const role = useSession().data?.user.role;
  return role !== undefined && ADMINISTRATORS.includes(role);
}
