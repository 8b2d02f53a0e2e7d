import { InvariantError, invariant, Type } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { openStore, type Store } from '../../store/index.ts';
import { createTestServer } from '../test-server.ts';
import { createLog } from './log.ts';

/** Somebody who must not be found in any line. */
const PERSON = {
  name: 'Jeltje Wiersma',
  email: 'jeltje.wiersma@voorbeeld.nl',
  iban: 'NL91ABNA0417164300',
  ibanInFours: 'NL91 ABNA 0417 1643 00',
  street: 'Prinsengracht',
  city: 'Hindeloopen',
  phone: '0612345678',
};
const TRACES = /jeltje|wiersma|voorbeeld|ABNA|0417|prinsengracht|hindeloopen|0612345678/i;

function capture() {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { lines, log: createLog({ level: 'trace', destination }) };
}

const database = testDatabase();
let store: Store;
beforeAll(async () => {
  store = await openStore(database.uri);
});
afterAll(() => store.close());

describe('the log', () => {
  it('hides who somebody is at the top, deep down, in lists, in texts and in children', () => {
    const { lines, log } = capture();

    log.info(PERSON, 'top');
    log.info({ debtorId: 'd1', row: { debtor: PERSON, list: [{ deep: { ...PERSON } }] } }, 'deep');
    log.warn({ note: `met ${PERSON.name}`, value: `mail to ${PERSON.email}` }, 'texts');
    log.info(`sent to ${PERSON.email} from ${PERSON.ibanInFours}`);
    log.child({ email: PERSON.email, place: { city: PERSON.city } }).info('child');
    log.info({ password: 'jeltje-1', token: 'wiersma-2', cookie: 'hindeloopen' }, 'secrets');

    expect(lines).toHaveLength(6);
    expect(lines.join('')).not.toMatch(TRACES);
    expect(lines.join('')).toContain('d1');
  });

  it('says of an error where and which kind, not what it quotes', () => {
    const { lines, log } = capture();
    const quoting = Object.assign(new Error(`dup key: { email: "${PERSON.email}" }`), {
      code: 11000,
      keyValue: { name: PERSON.name },
    });

    log.error(quoting);
    log.error({ err: quoting });
    log.error({ err: new Error(PERSON.name, { cause: quoting }) }, 'with a cause');
    log.error({ err: new InvariantError(`not a calendar date: ${PERSON.name}`) }, 'ours');

    expect(lines.join('')).not.toMatch(TRACES);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { type: 'Error', code: 11000 } });
    expect(lines[3]).toContain('not a calendar date: …');
    expect(lines[3]).toContain('log.test.ts');
  });

  it('holds nothing of what is sent in addresses, headers and bodies, good or bad', async () => {
    const { lines, log } = capture();
    const { app } = await createTestServer(store, {}, { log });
    app.post(
      '/api/people/:id',
      {
        config: { access: 'public' },
        schema: { body: Type.Object({ name: Type.String(), iban: Type.Optional(Type.String()) }) },
      },
      async (request) => {
        request.log.info({ body: request.body, req: request.raw }, 'a room that says too much');
        const { name } = request.body as { name: string };
        if (name === PERSON.name) throw new Error(`cannot save ${name}`);
        invariant(name !== PERSON.street, `cannot save "${name}"`);
        return {};
      },
    );

    const url = `/api/people/${encodeURIComponent(PERSON.name)}?search=${PERSON.city}`;
    const headers = { 'x-name': PERSON.name, cookie: `inning=${PERSON.email}` };
    const payloads = [PERSON.name, PERSON.street, PERSON.city].map((name) => ({ name }));
    for (const payload of payloads) await app.inject({ method: 'POST', url, headers, payload });
    await app.inject({ method: 'POST', url, payload: { name: 1, iban: PERSON.iban } });
    await app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json' },
      payload: `{"${PERSON.name}`,
    });
    await app.inject(`/nowhere/${PERSON.email}?iban=${PERSON.iban}`);
    await app.inject(`/%zz${PERSON.city}`);
    await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: PERSON.email, password: PERSON.name },
    });
    await app.close();

    expect(lines.join('')).not.toMatch(TRACES);
    const requests = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
    expect(requests).toHaveLength(7);
    expect(requests[0]).toMatchObject({
      method: 'POST',
      route: '/api/people/:id',
      status: 500,
      ms: expect.any(Number),
      requestId: expect.any(String),
      userId: null,
    });
  });
});
