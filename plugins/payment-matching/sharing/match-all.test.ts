import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../../tests/kit/shared.ts';
import { NORMAL_CERTAINTY } from '../deciding/policy.ts';
import { matchAll } from './match-all.ts';

const ALWAYS = 0;
const NEVER = Infinity;

type Line = Record<'transactionId' | 'decision' | 'allocations', unknown>;
/** Without how certain it is: a thread knows nothing of the invoices of others, which may count for a little. */
const decidedIn = ({ transactionId, decision, allocations }: Line) => ({
  transactionId,
  decision,
  allocations,
});

describeWithShared('statements that two threads share', 'bench/matching', () => {
  let input: string;
  beforeEach(async () => {
    input = await mkdtemp(join(tmpdir(), 'share-'));
    await cp(join(sharedDir(), 'bench/matching/small-hard/input'), input, { recursive: true });
  });
  afterEach(() => rm(input, { recursive: true }));

  const lines = async (worthSharing: number) => {
    const told: string[] = [];
    await matchAll(
      { input, explain: false, certainty: NORMAL_CERTAINTY, worthSharing },
      async ({ text }) => void told.push(...text.split('\n').slice(0, -1)),
    );
    return told.map((text) => decidedIn(JSON.parse(text)));
  };

  it('are decided as by one, in the same order', async () => {
    expect(await lines(ALWAYS)).toEqual(await lines(NEVER));
  });

  it('are no lines when there are no statements', async () => {
    await rm(join(input, 'camt053'), { recursive: true });
    await mkdir(join(input, 'camt053'));

    expect(await lines(ALWAYS)).toEqual([]);
  });

  it('are refused by the place that cannot be read, whoever reads it', async () => {
    const path = join(input, 'invoices.json');
    const rows = (await readFile(path, 'utf8')).replace(
      /"openCents":\s*\d+(?=[^]{0,400}$)/,
      '"openCents":"x"',
    );
    await writeFile(path, rows);

    await expect(lines(ALWAYS)).rejects.toThrow(/^invoices\.json, object \d+: "openCents" is not/);
  });

  it('are refused when one file holds statements of accounts that belong to different threads', async () => {
    const folder = join(input, 'camt053');
    const contents = new Map<string, string>();
    for (const name of await readdir(folder)) {
      const iban = name.replace(/^.*_|\.xml$/g, '');
      contents.set(iban, await readFile(join(folder, name), 'utf8'));
    }
    const statements = [...contents.values()].map((xml) => /<Stmt>[^]*<\/Stmt>/.exec(xml)?.[0]);
    const [first = ''] = contents.values();
    const all = first.replace(/<Stmt>[^]*<\/Stmt>/, () => statements.join(''));
    await writeFile(join(folder, '2030-01-01_all.xml'), all);

    await expect(lines(ALWAYS)).rejects.toThrow('2030-01-01_all.xml: this file holds statements');
  });
});
