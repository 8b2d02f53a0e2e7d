import { describe, expect, it } from 'vitest';
import {
  findLines,
  isTest,
  listCode,
  listPaths,
  readSource,
  withoutComments,
} from './source-files.ts';

const code = listCode();
const bare = code.map(({ path, text }) => ({ path, text: withoutComments(text) }));

/** The clock of the server, the one of the browser, and scripts that no rule depends on. */
const MAY_ASK_THE_TIME =
  /^(core\/clock\.ts$|designer\/ui\/values\/today\.tsx$|bootstrap\/|core\/bench\/)/;
const THIS_FILE = 'tests/architecture/source-rules.test.ts';

describe('the source', () => {
  it('asks the time of a clock and leaves chance outside', () => {
    const pattern = /\bnew Date\(\s*\)|\bDate\.now\b|\bMath\.random\b|(?<!new )\bDate\(\s*\)/;
    const files = bare.filter(({ path }) => !isTest(path) && !MAY_ASK_THE_TIME.test(path));

    expect(files.flatMap((file) => findLines(file, pattern))).toEqual([]);
  });

  it('prefers no country in the kernel: where nobody says one, home.ts does', () => {
    const files = bare.filter(
      ({ path }) => /^core\/(?!home\.ts$|seed\/|domain\/testing\/)/.test(path) && !isTest(path),
    );

    expect(files.flatMap((file) => findLines(file, /'(NL|BE|DE|FR|LU|GB)'/))).toEqual([]);
  });

  it('has no default exports, save where a tool asks for one', () => {
    const files = bare.filter(({ path }) => !path.endsWith('.config.ts'));

    expect(files.flatMap((file) => findLines(file, /^\s*export default\b|\bas default\b/))).toEqual(
      [],
    );
  });

  it('keeps files short: 250 lines, and 400 for a test', () => {
    const long = code
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ path, lines }) => lines > (isTest(path) ? 400 : 250))
      .map(({ path, lines }) => `${path} has ${lines} lines`);

    expect(long).toEqual([]);
  });

  it('calls files what they are, in kebab-case; only components are PascalCase', () => {
    const bad = code
      .map(({ path }) => path)
      .filter((path) => {
        const name = path.split('/').at(-1) ?? '';
        return !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name) && !/^[A-Z]\w*(\.test)?\.tsx$/.test(name);
      });
    const vague = /(^|[/.-])(utils?|helpers?|common|managers?|data)([/.-]|$)/;

    expect(bad).toEqual([]);
    expect(code.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
  });

  it('speaks of itself alone: no machine, no registry, no ticket', () => {
    const texts = listPaths()
      .filter((path) =>
        /\.(ts|tsx|mjs|css|html|json|md|mjml|liquid|ya?ml|sh)$|(^|\/)run$/.test(path),
      )
      .filter((path) => path !== THIS_FILE)
      .map(readSource);
    const machine = /(^|[\s"'`(=])\/(work|home|root|Users)\/\w/;
    const registry = /registry\.(npmjs|yarnpkg)|npm\.pkg\.github|artifactory|verdaccio/i;
    const ticket = /\bissues? #?\d+\b|\bfixes #\d/i;

    for (const pattern of [machine, registry, ticket]) {
      expect(texts.flatMap((file) => findLines(file, pattern))).toEqual([]);
    }
  });
});
