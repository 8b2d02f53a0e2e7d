import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type BankReadOptions,
  type BankStatementPort,
  DomainError,
  type ReadStatement,
} from '@inning/sdk';
import { chooseReader, type Reader } from '../../domain/files/index.ts';
import { defineCommand } from '../command.ts';
import { columnsOf } from '../import/columns-of.ts';
import { describeStatement } from '../statement/describe-statement.ts';
import { openReaders } from '../statement/open-readers.ts';

export const statementCommand = defineCommand({
  name: 'statement',
  usage: ['statement FILE... [--column FIELD=HEADER]...'],
  about: [
    'Reads bank statements (MT940, CAMT, CSV) and prints them as JSON Lines, one object per statement.',
    'What is odd about a statement stands in its `problems`. A file that cannot be read prints nothing',
    'but the reason, on stderr; the exit code is then 1. Nothing is stored and no database is needed.',
  ].join('\n'),
  options: {
    column: {
      type: 'string',
      multiple: true,
      value: 'FIELD=HEADER',
      help: 'for CSV, the column that holds a field, such as amount=Bedrag',
    },
  },
  words: { min: 1, max: 1_000 },
  async run({ options, words }, { env, cwd, out, write = null, err }) {
    const readers = await openReaders(env);
    const print = (pieces: Iterable<string>) =>
      write ? printPieces(write, pieces) : out([...pieces].join(''));
    const reading = { allowsParts: true, columns: columnsOf(options.column) };
    let isRefused = false;
    for (const word of words) {
      const file = { name: word, bytes: await readFile(resolve(cwd, word)) };
      try {
        for await (const pieces of linesOf(file, readers, reading)) print(pieces);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        err(error.message);
        isRefused = true;
      }
    }
    return isRefused ? 1 : 0;
  },
});

type NamedFile = { readonly name: string; readonly bytes: Buffer };

/**
 * Only a file that turned out to be readable to its end is printed. One statement is kept until then;
 * a file with more of them is read again, so that they are never in memory together.
 */
async function* linesOf(
  file: NamedFile,
  readers: readonly Reader<BankStatementPort>[],
  reading: BankReadOptions,
): AsyncGenerator<Iterable<string>> {
  const { id, port } = chooseReader(readers, file);
  let only: ReadStatement | null = null;
  let count = 0;
  for await (const statement of port.read(file, reading)) {
    only = (count += 1) === 1 ? statement : null;
  }
  for await (const statement of only ? [only] : port.read(file, reading)) {
    yield describeStatement(file.name, id, statement);
  }
}

function printPieces(write: (text: string) => void, pieces: Iterable<string>): void {
  for (const piece of pieces) write(piece);
  write('\n');
}
