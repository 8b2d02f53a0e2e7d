import { createWriteStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { CliCommand } from '@inning/sdk';
import { loadBook } from './bench-input/load-book.ts';
import { MatchInputError } from './bench-input/match-input.errors.ts';
import { readCamt } from './bench-input/read-camt.ts';
import { writeDecision } from './bench-input/write-decision.ts';
import { createKnowledge } from './deciding/knowledge.ts';
import { createMatcher } from './deciding/create-matcher.ts';
import { NORMAL_CERTAINTY, policyOf } from './deciding/policy.ts';

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
async function matchFolder({ input, output, explain, certainty }: Asked): Promise<string> {
  const folder = join(input, 'camt053');
  if (!existsSync(folder)) throw new MatchInputError('camt053', 'this folder is missing');
  const book = await loadBook(input);
  const matcher = createMatcher({
    book,
    knowledge: createKnowledge(),
    policy: policyOf(certainty),
  });
  const counts = { auto: 0, suggest: 0, none: 0 };
  const file = createWriteStream(output, { encoding: 'utf8' });
  const files = (await readdir(folder)).filter((name) => name.endsWith('.xml')).toSorted();
  for (const name of files) {
    for await (const payment of readCamt(join(folder, name))) {
      const decision = matcher.match(payment);
      counts[decision.decision] += 1;
      const line = writeDecision(book, decision, { explain });
      if (!file.write(line)) await once(file, 'drain');
    }
  }
  file.end();
  await finished(file);
  return `${counts.auto} booked, ${counts.suggest} proposed, ${counts.none} without proposal`;
}
