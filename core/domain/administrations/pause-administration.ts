import { type CalendarDate, invariant } from '@inning/sdk';
import type { Id, Scope } from '../../store/index.ts';
import { dayAt } from '../../time/index.ts';
import { administrations } from './administration.model.ts';
import type { AdministrationsDeps } from './administrations.deps.ts';
import { findAdministration, keyOfAdministration } from './find-administration.ts';
import { assertMayPause, assertMayResume, pauseFields, RESUMED_FIELDS } from './pause.ts';

export type Pause = { readonly until: CalendarDate | null; readonly reason: string };
/** `now` goes on where it stood, `shift` moves every planned day by the length of the pause. */
export type ResumeChoice = 'now' | 'shift';

/** Holding a whole administration back, and letting it go on. */
export function createPauses({ store, clock, events }: AdministrationsDeps) {
  const table = (scope: Scope) => store.table(administrations).in(scope);
  const get = (scope: Scope, id: Id) => findAdministration(store, scope, { id });

  /** Holds everything back, up to and including `until`, or until somebody resumes it. */
  async function pause(scope: Scope, id: Id, asked: Pause) {
    const administration = await get(scope, id);
    const today = dayAt(clock.now(), administration.timeZone);
    assertMayPause(administration, asked, today);
    return store.transaction(async (session) => {
      const set = { $set: pauseFields(asked, clock.now()) };
      const paused = await table(scope).change({ _id: id }, set, { session });
      invariant(paused, 'an administration that was found can be paused');
      const place = keyOfAdministration(paused);
      const data = { reason: asked.reason };
      await events.publish(session, { name: 'administration.paused', place, data });
      return paused;
    });
  }

  /** Lets everything go on; the engine hears of the choice through the event. */
  async function resume(scope: Scope, id: Id, choice: ResumeChoice) {
    const administration = await get(scope, id);
    const pausedDays = assertMayResume(administration, {
      now: clock.now(),
      timeZone: administration.timeZone,
    });
    return store.transaction(async (session) => {
      const resumed = await table(scope).change({ _id: id }, { $set: RESUMED_FIELDS }, { session });
      invariant(resumed, 'an administration that was found can be resumed');
      const data = { choice, pausedDays };
      const place = keyOfAdministration(resumed);
      await events.publish(session, { name: 'administration.resumed', place, data });
      return resumed;
    });
  }

  return { pause, resume };
}
