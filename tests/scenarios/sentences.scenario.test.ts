import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  addDays,
  AnchorSchema,
  LOCALES,
  type Message,
  type MessageTexts,
  sayMessage,
} from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moves, stepsOf } from '../../core/flows/index.ts';
import { allTexts } from '../../core/texts.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { liveDay } from './telling/live-day.ts';
import { manyDebtors } from './telling/many-debtors.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** Whoever speaks in the path of an instance. */
const SPEAKERS = [
  'core/flows',
  'plugins/collection-costs',
  'plugins/reminders',
  'plugins/routing',
  'plugins/tasks',
  'plugins/timing',
];

const database = testDatabase();
let world: FlowWorld;
let texts: MessageTexts;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  texts = allTexts(world.registries);
});
afterAll(() => world.close());

const BEHAVIOURS = ['steady', 'unknown', 'fluctuating', 'erratic'];
const COSTS = ['announced', 'claimable'];
const anchors = AnchorSchema.anyOf.flatMap(({ properties: { from } }) =>
  'anyOf' in from ? from.anyOf.map((one) => one.const) : [from.const],
);
/** What a code with a hole can become. */
const BECOMES: Readonly<Record<string, readonly string[]>> = {
  'flow.choice.${}': BEHAVIOURS,
  'flow.gate.${}': ['administration-paused', 'debtor-paused'],
  'flow.gate.${}-open': ['administration-paused', 'debtor-paused'],
  'flow.group.${}': ['done', 'partly-failed'],
  'flow.resumed.${}': ['now', 'shift'],
  'flow.stuck.${}': ['step-too-new', 'unknown-step'],
  'routing.behaviour-${}': BEHAVIOURS,
  'routing.condition-${}': ['yes', 'no'],
  'routing.switched-${}': ['reset', 'continue'],
  'timing.${}': anchors,
  'collection-costs.${}': COSTS,
  'collection-costs.none-${}': COSTS,
};

function sourceFiles(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/texts\.ts$|\.test\.ts$/.test(file))
    .map((file) => join(PROJECT, folder, file));
}

const CODE =
  /['"`]((?:flow|letter|task|timing|routing|reminders|tasks|collection-costs)\.[^'"`\s]+)['"`]/g;
/** Written like codes, and none: events and types of steps. */
const isOther = (code: string) =>
  ['flow.moved', 'flow.drafted', 'flow.commented'].includes(code) ||
  world?.registries.nodes.find(code) !== null ||
  /\.(ts|json)$/.test(code);

/** Every code in the source, holes filled in. */
function codesInSource(): string[] {
  const found = new Set<string>();
  for (const file of SPEAKERS.flatMap(sourceFiles)) {
    for (const [, written = ''] of readFileSync(file, 'utf8').matchAll(CODE)) {
      const code = written.replaceAll(/\$\{[^}]*\}/g, '${}');
      if (isOther(code)) continue;
      if (!code.includes('${}')) found.add(code);
      for (const value of BECOMES[code] ?? []) found.add(code.replace('${}', value));
      if (code.includes('${}') && !BECOMES[code]) found.add(`${code} (what can it become?)`);
    }
  }
  return [...found].sort();
}

describe('what the engine and the first plugins say', () => {
  it('has a sentence in four languages for every code in the source', () => {
    const codes = codesInSource();

    expect(codes.length).toBeGreaterThan(80);
    expect(codes.filter((code) => !Object.hasOwn(texts, code))).toEqual([]);
  });

  it('says the same facts in every language', () => {
    const namesIn = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const code of codesInSource()) {
      const inAll = LOCALES.map((locale) => texts[code]?.[locale] ?? '');
      for (const text of inAll) {
        expect(text, code).not.toBe('');
        expect([code, ...namesIn(text)]).toEqual([code, ...namesIn(inAll[0]!)]);
      }
    }
  });

  it('reads as sentences in the path of every instance, with all facts filled in', async () => {
    await manyDebtors(world, 12);
    for (let day = '2026-03-16'; day < '2026-04-05'; day = addDays(day, 1)) {
      await liveDay(world, day);
    }
    const rows = await world.store.table(moves).in(world.scope).find();
    const said = stepsOf(rows).flatMap(({ because }) => (because ? [because as Message] : []));
    expect(said.length).toBeGreaterThan(80);

    for (const because of said) {
      for (const locale of LOCALES) {
        const sentence = sayMessage(texts, because, locale);
        expect(sentence).not.toBe(because.code);
        expect(sentence).not.toMatch(/[{}]|undefined|\d{4}-\d{2}-\d{2}/);
        // A dash stands for a fact that was not given.
        expect(sentence).not.toContain('–');
      }
    }
  });
});
