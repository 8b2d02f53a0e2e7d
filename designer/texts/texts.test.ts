import { describe, expect, it } from 'vitest';
import * as de from './de.ts';
import * as en from './en.ts';
import * as fr from './fr.ts';
import * as nl from './nl.ts';

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value]] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

const namesIn = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort();
const dutch = flat({ ...nl });

describe.each([
  ['English', flat({ ...en })],
  ['German', flat({ ...de })],
  ['French', flat({ ...fr })],
])('the texts in %s', (_, texts) => {
  it('say everything that the Dutch ones say', () => {
    expect([...texts.keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  it('fill in the same facts', () => {
    for (const [key, text] of dutch) {
      expect([key, namesIn(texts.get(key) ?? '')]).toEqual([key, namesIn(text)]);
    }
  });

  it('are never empty', () => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
