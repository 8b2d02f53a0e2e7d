import { LOCALES, READERS } from '@inning/sdk';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { createLog } from './http/observe/log.ts';
import { loadRegistries } from './app.ts';
import { loadConfig } from './config/index.ts';
import { fixedRegistries } from './host/index.ts';
import { allTexts } from './texts.ts';
import { textsRoutes } from './texts.routes.ts';

const config = { ...loadConfig({}), secret: '', publicUrl: '' };
const registries = await loadRegistries(config, createLog({ level: 'silent' }));
const texts = allTexts(registries);

describe('the sentences of the platform', () => {
  it('are those of the rooms, the engine and the plugins, in every language', () => {
    for (const code of ['flow.started', 'flow.gate.holiday', 'invoices.paid', 'reminders.sent']) {
      expect(Object.keys(texts)).toContain(code);
    }
    const incomplete = Object.entries(texts).filter(([, text]) =>
      LOCALES.some((locale) => !text[locale]),
    );
    expect(incomplete.map(([code]) => code)).toEqual([]);
  });

  it('name the same facts in every language', () => {
    const namesIn = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const uneven = Object.entries(texts).filter(
      ([, text]) => new Set(LOCALES.map((locale) => namesIn(text[locale]).join())).size > 1,
    );

    expect(uneven.map(([code]) => code)).toEqual([]);
  });

  it('are told over HTTP in one language, to whoever may read files', async () => {
    const app = Fastify();
    const rules: unknown[] = [];
    app.addHook('onRoute', ({ config: its }) => void rules.push(its));
    await app.register(textsRoutes({ live: fixedRegistries(registries) }));
    const german = await app.inject('/texts?locale=de');

    expect(german.json()).toMatchObject({ 'invoices.paid': 'Rechnung {number} ist bezahlt' });
    expect((await app.inject('/texts')).json()['invoices.paid']).toContain('betaald');
    expect((await app.inject('/texts?locale=xx')).statusCode).toBe(400);
    expect(rules).toContainEqual(expect.objectContaining({ access: { roles: READERS } }));
    await app.close();
  });
});
