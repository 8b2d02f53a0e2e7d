import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemClock } from '../../clock.ts';
import { packPlugin, readPrivateKey, signPackage } from '../../packages/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { CommandIo } from '../command.ts';
import { openApp } from '../open-app.ts';
import { bringIn } from './bring-in.ts';
import { findAgency } from './find-agency.ts';

export type LiveTrial = {
  /** Puts what is in the folder now to use; what is wrong with it is told. */
  install(dir: string, sandbox: Sandbox): Promise<boolean>;
  close(): Promise<void>;
};

/**
 * A local Inning that follows a plugin while it is written. Each change becomes a version of its own,
 * such as `1.0.0-dev.1795000000000`: later than the one before, earlier than the one that is published.
 */
export async function openLiveTrial(
  asked: { readonly keyFile: string; readonly agency: string | undefined },
  io: CommandIo,
): Promise<LiveTrial> {
  const key = readPrivateKey(await readFile(resolve(io.cwd, asked.keyFile), 'utf8'));
  const { app, close } = await openApp(io);
  try {
    const agency = await findAgency(app, asked.agency);
    return {
      close,
      async install(dir, sandbox) {
        try {
          const versionSuffix = `-dev.${systemClock.now().getTime()}`;
          const packed = await packPlugin({ dir, sandbox, versionSuffix });
          const bytes = signPackage(packed.bytes, key);
          return (await bringIn(app, { agency, bytes, isYes: true }, io)) === 0;
        } catch (error) {
          io.out(`NOT INSTALLED ${error instanceof Error ? error.message : String(error)}`);
          return false;
        }
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
