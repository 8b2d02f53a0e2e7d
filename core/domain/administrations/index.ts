export { type Administration, administrations } from './administration.model.ts';
export * from './administrations.errors.ts';
export type { AdministrationsDeps, FlowsIn } from './administrations.deps.ts';
export { administrationRoutes } from './administrations.routes.ts';
export {
  type AdministrationChange,
  type AdministrationService,
  createAdministrationService,
} from './administrations.service.ts';
export {
  administrationIdsIn,
  findAdministration,
  keyOfAdministration,
  todayOf,
  todaysOf,
} from './find-administration.ts';
export { isPausedOn, type Pausable } from './is-paused-on.ts';
/** Another name for `dayAt`; new code asks `core/time`. */
export { type LastRun, lastRunOf, type RunState } from './run-state.ts';
export type { Pause, ResumeChoice } from './pause-administration.ts';
export { assertMayPause, assertMayResume, pauseFields, RESUMED_FIELDS } from './pause.ts';
