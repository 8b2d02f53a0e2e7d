import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputFile } from '@inning/sdk';
import { PROJECT_DIR } from '../../../project-dir.ts';

const SAMPLES = join(PROJECT_DIR, 'templates', 'samples');

export type DemoFiles = {
  readonly invoices: readonly InputFile[];
  readonly statements: readonly InputFile[];
};

/** The files that come with the project. */
export const sampleFiles = async (): Promise<DemoFiles> => ({
  invoices: await filesIn('invoices'),
  statements: await filesIn('statements'),
});

async function filesIn(folder: string): Promise<InputFile[]> {
  const names = (await readdir(join(SAMPLES, folder))).filter((name) => !name.endsWith('.md'));
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, bytes: await readFile(join(SAMPLES, folder, name)) })),
  );
}
