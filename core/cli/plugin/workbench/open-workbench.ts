import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { DomainError } from '@inning/sdk';
import type { PluginDescription } from '@inning/sdk/package';
import {
  type ApiDescription,
  describeApi,
  ExamplesInvalidError,
  parseExamples,
  type PluginExamples,
} from '@inning/sdk/testing';
import { bundlePlugin, readPackage, readPackageFile } from '../../../packages/index.ts';
import type { PluginCode, Sandbox } from '../../../sandbox/index.ts';
import { NotFoundHereError } from '../../cli.errors.ts';
import { withSandbox } from '../open-sandbox.ts';

/** A plugin on the bench: its code, what it says of itself, and what its author believes of it. */
export type Workbench = {
  readonly code: PluginCode;
  readonly size: number;
  readonly description: PluginDescription;
  readonly examples: PluginExamples;
  readonly apis: readonly ApiDescription[];
  /** Files of `examples.json`, for connectors that read files. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly sandbox: Sandbox;
};

/** Opens a folder or a package for a piece of work, and closes the sandbox afterwards. */
export async function withWorkbench<T>(
  path: string,
  work: (bench: Workbench) => Promise<T>,
): Promise<T> {
  return await withSandbox(async (sandbox) => await work(await openWorkbench(path, sandbox)));
}

/** Throws NotFoundHereError, or what bundling, describing and reading the examples throw. */
export async function openWorkbench(path: string, sandbox: Sandbox): Promise<Workbench> {
  const place = resolve(path);
  const found = await stat(place).catch(() => null);
  if (!found) throw new NotFoundHereError(`There is no ${place}.`);
  const isFolder = found.isDirectory();
  const code = isFolder ? await codeOf(place) : readPackage(await readPackageFile(place)).code;
  const description = await sandbox.describe(code);
  const examples = isFolder ? await examplesIn(place) : {};
  return {
    code,
    size: Buffer.byteLength(code.source),
    description,
    examples,
    apis: await Promise.all((examples.outside?.apis ?? []).map((api) => readApi(place, api))),
    files: await Promise.all((examples.files ?? []).map((file) => readInput(place, file))),
    sandbox,
  };
}

async function codeOf(dir: string): Promise<PluginCode> {
  const bytes = await bundlePlugin({ dir });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { id: basename(dir), sha256, source: Buffer.from(bytes).toString('utf8') };
}

async function examplesIn(dir: string): Promise<PluginExamples> {
  const text = await readFile(join(dir, 'examples.json'), 'utf8').catch(() => null);
  return text === null ? {} : parseExamples(text);
}

async function readApi(
  dir: string,
  { file, url }: { readonly file: string; readonly url?: string },
): Promise<ApiDescription> {
  const { bytes } = await readInput(dir, file);
  try {
    return describeApi(JSON.parse(Buffer.from(bytes).toString('utf8')), url);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExamplesInvalidError(`${file}: ${reason}.`, { file }, { cause: error });
  }
}

async function readInput(dir: string, file: string) {
  try {
    return { name: basename(file), bytes: new Uint8Array(await readFile(resolve(dir, file))) };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new ExamplesInvalidError(
      `examples.json names ${file}, which cannot be read.`,
      { file },
      { cause: error },
    );
  }
}
