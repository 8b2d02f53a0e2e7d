export { PathPlayer } from './PathPlayer.tsx';
export type { PathStep } from './path-step.ts';
