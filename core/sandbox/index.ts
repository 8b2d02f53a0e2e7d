export { createSandbox, type SandboxDeps } from './create-sandbox.ts';
export { SANDBOX_LIMITS, type SandboxLimits } from './limits.ts';
export * from './sandbox.errors.ts';
export type * from './sandbox.ts';
