import { fileURLToPath } from 'node:url';
import { ClaimSchema } from '@inning/sdk';
import { build, type Plugin } from 'esbuild';
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
    bundle('guest/evaluate.ts', { CLAIM_SCHEMA: JSON.stringify(ClaimSchema) }),
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
    plugins: [withoutSideEffects],
    logLevel: 'silent',
  });
  return built.outputFiles[0]?.text ?? '';
}

/** Files of the SDK do nothing when they are loaded, so what is not used stays out: TypeBox above all. */
const withoutSideEffects: Plugin = {
  name: 'without-side-effects',
  setup(build) {
    build.onResolve({ filter: /^typebox$/ }, () => ({
      path: 'typebox',
      namespace: 'left-out',
      sideEffects: false,
    }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'export const Type = null;',
    }));
    build.onResolve({ filter: /^(@inning\/sdk|\.)/ }, async ({ path, kind, ...from }) => {
      if (from.pluginData === 'resolved' || kind === 'entry-point') return null;
      const { importer, resolveDir } = from;
      const found = await build.resolve(path, {
        importer,
        resolveDir,
        kind,
        pluginData: 'resolved',
      });
      return /[\\/]sdk[\\/]/.test(found.path) ? { ...found, sideEffects: false } : found;
    });
  },
};
