import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createTestServer } from '../test-server.ts';

const database = testDatabase();
let store: Store;
let app: FastifyInstance;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-web-'));
  const webAppDir = join(folder, 'dist');
  await mkdir(join(webAppDir, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'not for you');
  await writeFile(join(webAppDir, 'index.html'), '<!doctype html><title>the application</title>');
  await writeFile(join(webAppDir, 'assets/index-3f2a.js'), 'export {};');
  await writeFile(join(webAppDir, 'assets/index-3f2a.js.gz'), gzipSync('export {};'));
  await writeFile(join(webAppDir, 'favicon.svg'), '<svg/>');
  store = await openStore(database.uri);
  ({ app } = await createTestServer(store, { webAppDir }));
});
afterAll(async () => {
  await app.close();
  await store.close();
  await rm(folder, { recursive: true });
});

describe('the web application', () => {
  it('gives its page for every screen, and asks again each time', async () => {
    for (const url of [
      '/',
      '/debtors/64b0c0ffee0123456789abcd',
      '/index.html',
      '/tasks?on=today',
    ]) {
      const answer = await app.inject({ url, headers: { accept: 'text/html' } });
      expect(answer.body).toContain('the application');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  it('keeps assets for good, since their name changes with them', async () => {
    const asset = await app.inject('/assets/index-3f2a.js');
    const icon = await app.inject('/favicon.svg');

    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-type']).toContain('javascript');
    expect(icon.headers['cache-control']).toBe('public, max-age=3600');
  });

  it('sends a packed file to who can unpack it', async () => {
    const url = '/assets/index-3f2a.js';
    const packed = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    const plain = await app.inject({ url, headers: { 'accept-encoding': 'identity' } });

    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(packed.headers['content-type']).toContain('javascript');
    expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(gunzipSync(packed.rawPayload).toString()).toBe('export {};');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe('export {};');
  });

  it.each(['/assets/gone.js', '/api/nothing', '/plugins/x/nothing', '/missing.png', '/docs/x'])(
    'answers %s with an error and never with the page',
    async (url) => {
      const answer = await app.inject({ url, headers: { accept: '*/*' } });
      expect(answer.statusCode).toBe(404);
      expect(answer.json().error.code).toBe('ROUTE_NOT_FOUND');
    },
  );

  it.each(['/../secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '//etc/passwd'])(
    'gives nothing outside its folder for %s',
    async (url) => {
      const answer = await app.inject({ url, headers: { accept: 'application/json' } });
      expect(answer.statusCode).toBe(404);
    },
  );

  it('says what to do when it is not built', async () => {
    const { app: bare } = await createTestServer(store, { webAppDir: join(folder, 'nothing') });

    const answer = await bare.inject('/');

    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('npm start');
    await bare.close();
  });
});
