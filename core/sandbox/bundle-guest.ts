import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ClaimSchema, CONDITION_LIMITS, conditionVariable } from '@inning/sdk';
import { build } from 'esbuild';
import type { SandboxLimits } from './limits.ts';

/** What runs in every context before the code of others: plain scripts. */
export type GuestScripts = { readonly prelude: string; readonly expressions: string };

/**
 * Bundles the guest's side. The prelude's value is `{ attach, pump, drain }`; `expressions` is loaded
 * besides where conditions are decided.
 */
export async function bundleGuest(limits: SandboxLimits): Promise<GuestScripts> {
  const { outputChars, hostCalls, logLines } = limits;
  const [prelude, expressions] = await Promise.all([
    bundle('guest/prelude.ts', { LIMITS: JSON.stringify({ outputChars, hostCalls, logLines }) }),
    bundle('guest/evaluate.ts', {
      CLAIM_SCHEMA: JSON.stringify(ClaimSchema),
      CLAIM_VARIABLE: JSON.stringify(conditionVariable()),
      CONDITION_LIMITS: JSON.stringify(CONDITION_LIMITS),
    }),
  ]);
  return { prelude: `${prelude}\nguestSide.guest;`, expressions };
}

async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const built = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'guestSide',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2024',
    minify: true,
    define,
    alias: narrowSdk(),
    logLevel: 'silent',
  });
  return built.outputFiles[0]?.text ?? '';
}

/** The two files of the SDK that the guest's side uses: its doors would bring TypeBox along. */
function narrowSdk(): Record<string, string> {
  const sdk = dirname(fileURLToPath(import.meta.resolve('@inning/sdk')));
  return {
    '@inning/sdk/package': join(sdk, 'package', 'describe-plugin.ts'),
    '@inning/sdk': join(sdk, 'message.ts'),
  };
}
