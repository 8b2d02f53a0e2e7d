import { describe, expect, it } from 'vitest';
import { findErrorCodes } from './find-error-codes.ts';
import { readSource, listCode, withoutComments } from './source-files.ts';

const declared = findErrorCodes();
const document = readSource('docs/errors.md').text;
const documented = [...document.matchAll(/^\| `([A-Z0-9_]+)` +\|/gm)].map(([, code = '']) => code);

describe('error codes', () => {
  it('are all explained in docs/errors.md; a failure shows the lines to add', () => {
    const missing = declared.filter(({ code }) => !documented.includes(code));

    expect(missing.map(({ row }) => row)).toEqual([]);
  });

  it('are explained only when they exist, once, in order', () => {
    const codes = new Set(declared.map(({ code }) => code));

    expect(documented.filter((code) => !codes.has(code))).toEqual([]);
    expect(documented).toEqual([...new Set(documented)].toSorted());
  });

  it('belong to one class each and say NOUN_PROBLEM', () => {
    const codes = declared.map(({ code }) => code);

    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.filter((code) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(code))).toEqual([]);
  });

  it('are all found: no class of errors is written in a way that this test overlooks', () => {
    const written = listCode()
      .filter(({ path }) => /^(core|sdk|plugins|connectors)\//.test(path))
      .filter(({ path }) => !path.includes('.test.'))
      .flatMap(({ text }) => [
        ...withoutComments(text).matchAll(/\breadonly code(?:: string)? = '([^']+)'/g),
      ])
      .map(([, code]) => code);

    expect(written.toSorted()).toEqual(declared.map(({ code }) => code).toSorted());
  });
});
