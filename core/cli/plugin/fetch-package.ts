import { resolve } from 'node:path';
import { DomainError } from '@inning/sdk';
import { readPackageFile } from '../../packages/index.ts';
import { UsageError } from '../cli.errors.ts';

/** The package could not be fetched from its address. */
export class PackageNotFetchedError extends DomainError {
  readonly code = 'PACKAGE_NOT_FETCHED';
  readonly status = 502;

  constructor(url: string, problem: string, options?: ErrorOptions) {
    super(`${url} could not be fetched: ${problem}.`, { url, problem }, options);
  }
}

const LONGEST_MS = 30_000;
const MOST_BYTES = 8_000_000;

/** A package from a file, or from an address that the person at the command line names. */
export async function fetchPackage(named: string, cwd: string): Promise<Uint8Array> {
  if (!/^https?:\/\//i.test(named)) return readPackageFile(resolve(cwd, named));
  if (!URL.canParse(named)) throw new UsageError(`"${named}" is not an address.`);
  const url = new URL(named);
  const isHere = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !isHere) {
    throw new UsageError('A package is fetched over https, so that nobody changes it on its way.');
  }
  try {
    return await read(await fetch(url, { signal: AbortSignal.timeout(LONGEST_MS) }), named);
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    throw new PackageNotFetchedError(named, 'there was no answer', { cause });
  }
}

async function read(response: Response, url: string): Promise<Uint8Array> {
  if (!response.ok) throw new PackageNotFetchedError(url, `the answer was ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) throw new PackageNotFetchedError(url, 'it is too large for a package');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
