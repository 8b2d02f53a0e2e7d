import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../tests/kit/shared.ts';
import { matchCommand } from './match.command.ts';

type Allocation = { invoiceId: string; amountCents: number };
type Truth = {
  transactionId: string;
  kind: string;
  ambiguous: string | null;
  allocations: Allocation[];
  accepted?: Allocation[][];
};
type Line = {
  transactionId: string;
  decision: string;
  allocations: Allocation[];
  suggestions?: Allocation[][];
};

const inShared = (path: string) => join(sharedDir(), path);
const keyOf = (allocations: Allocation[]) =>
  allocations
    .map((one) => `${one.invoiceId}:${one.amountCents}`)
    .toSorted()
    .join(' ');

describeWithShared('inning match', 'bench/matching', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'match-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await matchCommand.run(
      args,
      (line) => void out.push(line),
      (line) => void err.push(line),
    );
    // What was decided goes to one place and refusals to the other, so that an answer can be piped.
    expect(code === 0 ? err : out).toEqual([]);
    return { code, said: [...out, ...err].join('\n') };
  };
  const linesOf = async (path: string) =>
    (await readFile(path, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);

  it.each(['small-realistic', 'small-hard'])('books nothing wrong in %s', async (name) => {
    const set = inShared(`bench/matching/${name}`);
    const output = join(folder, 'result.jsonl');

    expect(await run('--input', join(set, 'input'), '--output', output)).toMatchObject({ code: 0 });

    const truth = JSON.parse(await readFile(join(set, 'truth/truth.json'), 'utf8')) as Truth[];
    const lines = new Map((await linesOf(output)).map((line) => [line.transactionId, line]));
    expect([...lines.keys()].toSorted()).toEqual(truth.map((one) => one.transactionId).toSorted());
    for (const one of truth) {
      const line = lines.get(one.transactionId)!;
      const right = (one.accepted ?? [one.allocations]).map(keyOf);
      if (line.decision === 'auto') expect(right).toContain(keyOf(line.allocations));
      if (one.kind === 'none') expect(line.decision).not.toBe('auto');
      else if (!one.ambiguous) expect(line.decision).toBe('auto');
    }
  });

  it('asks more when it must be surer', async () => {
    const input = inShared('bench/matching/small-hard/input');
    const output = join(folder, 'result.jsonl');
    const booked = async (...more: string[]) => {
      await run('--input', input, '--output', output, ...more);
      return (await linesOf(output)).filter((line) => line.decision === 'auto').length;
    };

    expect(await booked('--certainty', '99.5')).toBeLessThan(await booked());
  });

  it('names the file and the place of what it cannot read', async () => {
    const input = join(folder, 'input');
    const set = inShared('bench/matching/small-hard/input');
    await mkdir(join(input, 'camt053'), { recursive: true });
    for (const name of ['administrations.json', 'debtors.json']) {
      await writeFile(join(input, name), await readFile(join(set, name)));
    }
    await writeFile(join(input, 'invoices.json'), '[\n{"invoiceId":"A"},\n{oops\n]\n');

    const { code, said } = await run('--input', input, '--output', join(folder, 'r.jsonl'));

    expect(code).toBe(1);
    expect(said).toContain('invoices.json, object 1: "administrationId" is not a text.');
  });

  it.each([[[]], [['--input', 'x']], [['--certainty', '12', '--input', 'a', '--output', 'b']]])(
    'shows its usage for %j',
    async (args) => {
      expect(await run(...args)).toMatchObject({ code: 2 });
    },
  );
});
