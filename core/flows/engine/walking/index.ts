export { leave, type Passage } from './leave.ts';
export type { MailDesk, RunScript, Situation } from './situation.ts';
export { presentNode, startWalk, type Walk } from './walk.ts';
