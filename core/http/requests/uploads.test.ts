import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { readUpload } from '../../domain/files/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createTestServer, type TestServer } from '../test-server.ts';

const MEGABYTE = 1_048_576;
const database = testDatabase();
let store: Store;
let server: TestServer;
let address: string;
beforeAll(async () => {
  store = await openStore(database.uri);
  server = await createTestServer(store, { uploadLimitBytes: 3 * MEGABYTE });
  server.app.post('/files', { config: { access: 'public' } }, async (request) => {
    const { files } = await readUpload(request);
    return files.map(({ name, bytes }) => ({ name, size: bytes.length }));
  });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.app.server.address() as AddressInfo;
  address = `http://127.0.0.1:${port}/files`;
});
afterAll(async () => {
  await server.app.close();
  await store.close();
});

const send = (sizes: readonly number[], by: 'whole' | 'stream' = 'whole') => {
  const form = new FormData();
  for (const [at, size] of sizes.entries()) {
    form.append('files', new Blob([new Uint8Array(size).fill(65 + at)]), `${at}.sta`);
  }
  if (by === 'whole') return fetch(address, { method: 'POST', body: form });
  // Without a length beforehand, as a program sends what it is still making.
  const { headers, body } = new Response(form);
  const sent = { method: 'POST', headers, body, duplex: 'half' };
  return fetch(address, sent as RequestInit);
};

describe('files that are handed in', () => {
  it('arrive whole up to the limit, several together', async () => {
    const answer = await send([2 * MEGABYTE, MEGABYTE]);

    expect(await answer.json()).toEqual([
      { name: '0.sta', size: 2 * MEGABYTE },
      { name: '1.sta', size: MEGABYTE },
    ]);
  });

  it.each([
    ['by their length', [6 * MEGABYTE], 'whole'],
    ['together, while they arrive', [2 * MEGABYTE, 2 * MEGABYTE - 1], 'whole'],
    ['without a length, while it arrives', [4 * MEGABYTE], 'stream'],
  ] as const)('are refused beyond it with the limit in words: %s', async (_, sizes, by) => {
    const answer = await send(sizes, by);

    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      error: {
        code: 'UPLOAD_TOO_LARGE',
        message: expect.stringContaining('larger than 3 MB'),
        details: { limitMb: 3 },
      },
    });
  });
});
