export { contactGate } from './contact-gate.ts';
export { flagGate, stoppableDeeds } from './flag-gate.ts';
export type { Gate } from './gate.ts';
export { PAUSE_GATES, pauseGate } from './pause-gate.ts';
