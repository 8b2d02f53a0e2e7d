export { BatchOvertakenError } from './writing.errors.ts';
export { type CommitDeps, createMoveCommitter } from './commit-moves.ts';
