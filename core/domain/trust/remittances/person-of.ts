import type { RequestUser } from '@inning/sdk';
import { actorOf, toId } from '../../routing/index.ts';
import type { Person } from './propose-remittance.ts';

/** Who asks, as is kept with what needs two people. */
export const personOf = (user: RequestUser | null): Person => ({
  userId: user ? toId(user.id) : null,
  name: actorOf(user),
});
