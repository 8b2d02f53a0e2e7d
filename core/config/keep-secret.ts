import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SecretFileInvalidError } from './config.errors.ts';

/**
 * The secret that signs and encrypts for the installation with this data folder: made once, readable
 * only by the user that runs Inning, and the same ever after. Throws SecretFileInvalidError.
 */
export async function keepSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret');
  const secret = (await readSecret(path)) ?? (await makeSecret(dataDir, path));
  if (!/^[!-~]{32,}$/.test(secret)) throw new SecretFileInvalidError(path);
  return secret;
}

async function readSecret(path: string): Promise<string | null> {
  try {
    const secret = await readFile(path, 'utf8');
    await chmod(path, 0o600);
    return secret.trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A link appears at once and complete, and only one of two first starts makes it. */
async function makeSecret(dataDir: string, path: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readSecret(path)) ?? '';
}
