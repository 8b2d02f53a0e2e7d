import { describe, expect, it } from 'vitest';
import { listCode, readSource } from './source-files.ts';
import { findErrorCodes } from './find-error-codes.ts';

/** Codes that never reach a screen, and why. */
const NEVER_ON_A_SCREEN = {
  'told on the command line or in the log of who runs the platform': [
    'CONFIG_INVALID',
    'CONTRACT_BROKEN',
    'DATABASE_MISSING',
    'DATABASE_UNREACHABLE',
    'EMBEDDED_MONGO_FAILED',
    'EMBEDDED_MONGO_IN_USE',
    'EXAMPLES_INVALID',
    'KEY_UNREADABLE',
    'MATCH_INPUT_INVALID',
    'MONGOD_MISSING',
    'NOT_FOUND_HERE',
    'PLUGINS_INVALID',
    'PLUGIN_NOT_PACKABLE',
    'SCAFFOLD_REFUSED',
    'SECRET_FILE_INVALID',
    'WRONG_USAGE',
  ],
  'a program wrote its request wrongly; our screens do not': [
    'INVALID_CURSOR',
    'MALFORMED_ADDRESS',
    'MALFORMED_JSON',
    'METHOD_NOT_ALLOWED',
    'UPLOAD_FIELD_INVALID',
  ],
  'told to the code of a plugin': [
    'HOST_CALL_REFUSED',
    'PLUGIN_STATE_LIMIT',
    'PLUGIN_STATE_WITHOUT_AGENCY',
  ],
  'met by a running flow, which tells it in a sentence of its own': [
    'EPC_PAYLOAD_INVALID',
    'HEADER_UNSAFE',
    'MAIL_AMBIGUOUS',
    'MAIL_REFUSED',
    'MAIL_UNAVAILABLE',
    'PAYMENT_REFERENCE_INVALID',
    'STEP_ABANDONED',
    'STEP_NOT_TRIED',
    'STEP_UNDECLARED',
  ],
};

const unseen = new Set(Object.values(NEVER_ON_A_SCREEN).flat());
const texts = JSON.parse(readSource('designer/texts/nl/refusals.json').text) as Record<
  string,
  string
>;
const declared = findErrorCodes();

describe('words for refusals', () => {
  it('are there for every code that a person can meet', () => {
    // `say-error.ts` has words for all that is not there (any more), or not visible.
    const met = declared.filter(({ code, row }) => !unseen.has(code) && !row.includes('| 404 |'));

    expect(met.filter(({ code }) => !(code in texts)).map(({ row }) => row)).toEqual([]);
  });

  it('are there only for what the server can say, and not for what never reaches a screen', () => {
    const server = listCode()
      .filter(({ path }) => path.startsWith('core/http/') || path.startsWith('sdk/'))
      .map(({ text }) => text)
      .join();
    const codes = new Set(declared.map(({ code }) => code));
    const known = (code: string) => codes.has(code) || server.includes(`code: '${code}'`);

    expect(Object.keys(texts).filter((code) => !known(code) || unseen.has(code))).toEqual([]);
    expect([...unseen].filter((code) => !codes.has(code))).toEqual([]);
  });

  it('fill in only what the refusal carries', () => {
    const missing = Object.entries(texts).flatMap(([code, text]) => {
      const place = declared.find((one) => one.code === code)?.path;
      const source = place ? readSource(place).text : '';
      return [...text.matchAll(/{{(\w+)}}/g)]
        .map(([, name = '']) => name)
        .filter((name) => name !== 'said' && !new RegExp(`\\b${name}\\b`).test(source))
        .map((name) => `${code}: ${name}`);
    });

    expect(missing).toEqual([]);
  });
});
