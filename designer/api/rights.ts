import { ADMINISTRATORS, AGENCY_STAFF, READERS, WRITERS } from '@inning/sdk';
import { useSession } from './session.ts';

/** The operator runs the installation and reads no files. */
export function useMayRead(): boolean {
  const role = useSession().data?.user.role;
  return role !== undefined && READERS.includes(role);
}

/** Buttons for what one may not do are not shown; the server refuses it in any case. */
export function useMayWrite(): boolean {
  const role = useSession().data?.user.role;
  return role !== undefined && WRITERS.includes(role);
}

export function useMayChangeSettings(): boolean {
  const role = useSession().data?.user.role;
  return role !== undefined && ADMINISTRATORS.includes(role);
}

/** Flows are drawn by the agency; creditors look on. */
export function useMayDraw(): boolean {
  const role = useSession().data?.user.role;
  return role !== undefined && AGENCY_STAFF.includes(role);
}
