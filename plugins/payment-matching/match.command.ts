import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { CliCommand } from '@inning/sdk';
import { MatchInputError } from './bench-input/match-input.errors.ts';
import { NORMAL_CERTAINTY } from './deciding/policy.ts';
import { matchAll } from './sharing/match-all.ts';

const USAGE = 'match --input DIR --output FILE [--certainty PERCENT] [--explain]';

/** Matches a folder of statements against a folder of invoices, as files, without a database. */
export const matchCommand: CliCommand = {
  name: 'match',
  summary: 'Matches the bank statements of a folder with its invoices and writes JSON Lines',
  usage: USAGE,
  async run(args, out, err) {
    const asked = readArgs(args);
    if (!asked) {
      err(`Usage: inning ${USAGE}`);
      return 2;
    }
    try {
      out(await matchFolder(asked));
      return 0;
    } catch (error) {
      if (!(error instanceof MatchInputError)) throw error;
      err(error.message);
      return 1;
    }
  },
};

type Asked = {
  readonly input: string;
  readonly output: string;
  readonly explain: boolean;
  readonly certainty: number;
};

function readArgs(args: readonly string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        input: { type: 'string' },
        output: { type: 'string' },
        explain: { type: 'boolean', default: false },
        certainty: { type: 'string' },
      },
    });
    const { input, output, explain } = values;
    const certainty = readCertainty(values.certainty);
    if (input === undefined || output === undefined || certainty === null) return null;
    return { input, output, explain, certainty };
  } catch {
    return null;
  }
}

/** `99.5` is 0.995; null when it is no percentage from 50 to below 100. */
function readCertainty(percent: string | undefined): number | null {
  if (percent === undefined) return NORMAL_CERTAINTY;
  const certainty = Number(percent) / 100;
  return certainty >= 0.5 && certainty < 1 ? certainty : null;
}

/** Files in the order of their names, entries in their order; says what was decided. */
async function matchFolder({ output, ...matching }: Asked): Promise<string> {
  const total = { auto: 0, suggest: 0, none: 0 };
  let file: WriteStream | null = null;
  await matchAll(matching, async ({ text, counts }) => {
    file ??= createWriteStream(output, { encoding: 'utf8' });
    for (const kind of ['auto', 'suggest', 'none'] as const) total[kind] += counts[kind];
    if (!file.write(text)) await once(file, 'drain');
  });
  file ??= createWriteStream(output, { encoding: 'utf8' });
  file.end();
  await finished(file);
  return `${total.auto} booked, ${total.suggest} proposed, ${total.none} without proposal`;
}
