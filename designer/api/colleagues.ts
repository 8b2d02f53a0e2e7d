import { useSession } from './session.ts';

export type Colleague = { readonly id: string; readonly name: string };

/** Whose task list can be asked for, oneself first. */
export function useColleagues(): readonly Colleague[] {
  const me = useSession().data?.user;
  return me ? [{ id: me.id, name: me.name }] : [];
}
