import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Localized,
  LOCALES,
  type Message,
  parseFlow,
  type Problem,
  sayMessage,
} from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { createLetterSources } from '../../core/documents/templates/letter-sources.ts';
import { lawLintTexts } from '../../plugins/country-nl/lint/law-lint-texts.ts';
import { costCases } from './cases/cost-cases.ts';
import { debtorCases } from './cases/debtor-cases.ts';
import { flowOf, type LawCase, type LawCases, lettersOf } from './cases/law-case.ts';
import { letterCases } from './cases/letter-cases.ts';
import { tangleCases } from './cases/tangle-cases.ts';
import { codes, lint } from './lint.ts';

const TABLE: LawCases = { ...costCases, ...letterCases, ...debtorCases, ...tangleCases };
const ROWS = Object.entries(TABLE);
const cases = (pick: 'triggers' | 'nearMisses') =>
  ROWS.flatMap(([code, about]) =>
    Object.entries(about[pick]).map(([name, one]) => [code, name, one] as const),
  );
const judge = (one: LawCase) => lint(flowOf(one), lettersOf(one));

/** The finding of that code; fails when there is none. */
function theOne(one: LawCase, code: string): Problem {
  const found = judge(one).find((problem) => problem.code === code);
  if (!found) throw new Error(`${code} is not found; there are: ${codes(judge(one)).join(', ')}`);
  return found;
}

/** Every code that stands in the source of the rules. */
async function codesInSource(): Promise<string[]> {
  const folder = 'plugins/country-nl/lint';
  const names = (await readdir(folder)).filter((name) => !name.endsWith('-texts.ts'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const found = texts.flatMap((text) => text.match(/\bLAW_[A-Z_]+\b/g) ?? []);
  return [...new Set(found)].toSorted();
}

describe('every code of the legal rules', () => {
  it('has at least two flows that must be found and two that only come near', async () => {
    expect(ROWS.map(([code]) => code).toSorted()).toEqual(await codesInSource());
    for (const [code, { triggers, nearMisses }] of ROWS) {
      expect(Object.keys(triggers).length, `${code}: flows to find`).toBeGreaterThanOrEqual(2);
      expect(Object.keys(nearMisses).length, `${code}: near misses`).toBeGreaterThanOrEqual(2);
    }
  });

  it('has its own place in docs/law-nl.md, with how heavy it weighs', async () => {
    const text = await readFile('docs/law-nl.md', 'utf8');
    const places = [...text.matchAll(/^(?:- )?`(LAW_[A-Z_]+)`\s\(([^)]+)\)/gm)];
    expect(places.map(([, code]) => code).toSorted()).toEqual(Object.keys(TABLE).toSorted());
    for (const [, code = '', weight = ''] of places) {
      const { severity, alsoSeverity } = TABLE[code] ?? {};
      expect(weight, code).toContain(severity);
      if (alsoSeverity) expect(weight, code).toContain(alsoSeverity);
    }
  });
});

const isWhole = (text: string) => text.length > 10 && !/[{}]|undefined|LAW_/.test(text);

/** The sentence in four languages, each filled in and none a copy of another. */
function expectSaid(said: Message): void {
  const texts = LOCALES.map((locale) => sayMessage(lawLintTexts, said, locale));
  expect(texts.filter((text) => !isWhole(text))).toEqual([]);
  expect(new Set(texts).size).toBe(LOCALES.length);
  const own = lawLintTexts[said.code] as Localized | undefined;
  expect(Object.keys(own ?? {}).toSorted()).toEqual([...LOCALES].toSorted());
}

describe('what must be found', () => {
  it.each(cases('triggers'))('%s: %s', (code, _name, one) => {
    const found = theOne(one, code);
    const { article, severity, alsoSeverity = severity, fix } = TABLE[code]!;

    expect(found.article).toBe(article);
    expect([severity, alsoSeverity]).toContain(found.severity);
    expect(Object.keys(flowOf(one).nodes)).toEqual(expect.arrayContaining([...found.nodeIds]));
    expectSaid(found.message);
    expect(found.fix?.code ?? null).toBe(fix && `country-nl.${fix}`);
    if (found.fix) expectSaid(found.fix);
  });

  const onAWay = cases('triggers').filter(([code]) => code !== 'LAW_NOT_JUDGED');
  it.each(onAWay)('%s: %s, on a way through the flow with its days', (code, _name, one) => {
    const { nodeIds, path = [], example = [] } = theOne(one, code);
    const { edges } = flowOf(one);

    expect(path[0]).toBe('start');
    for (const id of nodeIds) expect(path.at(-1)).toBe(id);
    for (const [place, from] of path.slice(0, -1).entries()) {
      const outcome = example[place]?.outcome;
      expect(edges).toContainEqual({ from, outcome, to: path[place + 1] });
    }
    expect(example.map(({ nodeId }) => nodeId)).toEqual(path);
    const days = example.map(({ on }) => on);
    expect(days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))).toBe(true);
    expect(days).toEqual(days.toSorted());
  });
});

describe('what only comes near', () => {
  it.each(cases('nearMisses'))('%s: %s', (_code, _name, one) => {
    expect(codes(judge(one))).toEqual([]);
  });

  it('is every flow that ships, with the letters that ship', async () => {
    const letters = createLetterSources('templates/messages');
    const names = (await readdir('templates/flows')).filter((name) => name.endsWith('.flow.json'));
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      const flow = parseFlow(await readFile(join('templates/flows', name), 'utf8'));
      expect(codes(lint(flow, letters)), name).toEqual([]);
    }
  });
});
