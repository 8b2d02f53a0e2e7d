import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecretFileInvalidError } from './config.errors.ts';
import { keepSecret } from './keep-secret.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'inning-secret-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('keepSecret', () => {
  it('makes one secret, also when two processes start at once, and keeps it', async () => {
    const [first, second] = await Promise.all([keepSecret(dataDir), keepSecret(dataDir)]);

    expect(first).toHaveLength(43);
    expect(second).toBe(first);
    expect(await keepSecret(dataDir)).toBe(first);
    expect(await readdir(dataDir)).toEqual(['secret']);
  });

  it('is readable by this user only, also after somebody opened it up', async () => {
    await keepSecret(dataDir);
    await chmod(join(dataDir, 'secret'), 0o644);

    await keepSecret(dataDir);

    expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600);
  });

  it('refuses a damaged file rather than making a new secret', async () => {
    await writeFile(join(dataDir, 'secret'), 'short');

    await expect(keepSecret(dataDir)).rejects.toThrow(SecretFileInvalidError);
  });
});
