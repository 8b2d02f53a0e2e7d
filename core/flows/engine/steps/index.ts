export { decideCondition } from './decide-condition.ts';
export { bareTools, type ToolsFor, trialTools } from './node-tools.ts';
export { runGroup } from './run-group.ts';
export { StepAbandonedError, StepAmbiguousError } from './steps.errors.ts';
export { takeAction } from './take-action.ts';
export { waitUntil } from './wait-until.ts';
