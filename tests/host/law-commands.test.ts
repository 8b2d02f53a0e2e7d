import { describe, expect, it } from 'vitest';
import { runCli } from '../../core/cli/cli.ts';

async function inning(line: string) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    env: {},
    cwd: '.',
  };
  const exitCode = await runCli(line.split(' '), io);
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

describe('the law on the command line', () => {
  it('computes collection costs without a database', async () => {
    const { exitCode, out, err } = await inning(
      'costs --principal-cents 350000 --vat-not-deductible --json',
    );
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      feeCents: 47_500,
      vatCents: 9_975,
      totalCents: 57_475,
    });
  });

  it('computes interest without a database', async () => {
    const line = 'interest --principal-cents 82000 --from 2026-05-30 --to 2026-06-30';
    const { exitCode, out } = await inning(`${line} --kind consumer --json`);

    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      interestCents: 279,
      periods: [{ days: 31, percent: '4', interestCents: 279 }],
    });
  });

  it('answers 2 in a plain sentence to what it does not understand, and explains itself', async () => {
    expect(await inning('costs --principal 5')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('There is no option --principal.'),
    });
    expect((await inning('interest --help')).out).toContain('--kind consumer|commercial');
    expect((await inning('--help')).out).toContain('Compute the collection costs');
  });
});
