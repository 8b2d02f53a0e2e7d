export { createJobs } from './agenda-jobs.ts';
export type { JobHandler, JobName, Jobs } from './jobs.ts';
