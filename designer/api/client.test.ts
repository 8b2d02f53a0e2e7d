import { describe, expect, it, vi } from 'vitest';
import { createClient, queryString } from './client.ts';
import { ApiError, UnreachableError } from './errors.ts';

const answering = (body: unknown, status = 200) =>
  vi.fn<typeof fetch>(async () => Response.json(body, { status }));

describe('the client', () => {
  it('carries the token of the session on changes only', async () => {
    const fetched = answering({});
    vi.stubGlobal('fetch', fetched);
    const client = createClient();
    client.useToken('secret');

    await client.get('/api/x');
    await client.send('POST', '/api/x', { a: 1 });

    const headers = fetched.mock.calls.map(([, init]) => new Headers(init?.headers));
    expect(headers.map((each) => each.get('x-csrf-token'))).toEqual([null, 'secret']);
  });

  it('turns a refusal into an error with its code', async () => {
    const refusal = { error: { code: 'DEBTOR_NOT_FOUND', message: 'gone', details: {} } };
    vi.stubGlobal('fetch', answering(refusal, 404));

    const asked = createClient().get('/api/debtors/1');

    await expect(asked).rejects.toThrow(ApiError);
    await expect(asked).rejects.toMatchObject({ status: 404, code: 'DEBTOR_NOT_FOUND' });
  });

  it('says that nobody answered when the line is broken', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));

    await expect(createClient().get('/api/x')).rejects.toThrow(UnreachableError);
  });
});

describe('queryString', () => {
  it('leaves out what was not chosen', () => {
    expect(queryString({ search: 'a b', state: '', cursor: null, limit: 5 })).toBe(
      '?search=a+b&limit=5',
    );
    expect(queryString({ search: undefined })).toBe('');
  });
});
