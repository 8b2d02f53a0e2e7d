export { flagTexts } from './flag-texts.ts';
export { timelineTexts } from './texts.ts';
export type { TimelineEntry, TimelineSource } from './timeline-entry.ts';
export { timelineRoutes, type TimelineRoutesDeps } from './timeline.routes.ts';
export {
  createTimelineService,
  type TimelineDeps,
  type TimelineService,
} from './timeline.service.ts';
