import { resolve } from 'node:path';
import { UsageError } from '../cli.errors.ts';
import { type CommandIo, defineCommand, type ExitCode } from '../command.ts';
import { findFiles, repeatOptions } from '../demo/files/find-files.ts';
import { runDemo } from '../demo/run-demo.ts';
import { sampleFiles } from '../demo/files/sample-files.ts';
import { countOption, dayOption, LANG_OPTION, localeOf } from '../demo/option-values.ts';
import { parseWords } from '../frame/parse-words.ts';

const START_ON = '2026-03-02';
const DAYS = 75;
const MOST_DAYS = 1_000;
const FILE_OPTIONS = ['invoices', 'statements'] as const;

const options = {
  invoices: {
    type: 'string',
    multiple: true,
    value: 'FILES',
    help: 'your own invoices and debtors: files, patterns, or a list with commas',
  },
  statements: {
    type: 'string',
    multiple: true,
    value: 'FILES',
    help: 'your own bank statements, each read on its closing date',
  },
  days: { type: 'string', value: 'N', help: `how many days pass; ${DAYS} by default` },
  start: { type: 'string', value: 'DATE', help: `the first day; ${START_ON} by default` },
  out: { type: 'string', value: 'DIR', help: 'keep every mail as an .eml file in this folder' },
  lang: LANG_OPTION,
  json: { type: 'boolean', help: 'print the timeline as one JSON object per line' },
} as const;

export const demoCommand = defineCommand({
  name: 'demo',
  usage: ['demo [--invoices FILES] [--statements FILES] [--days N] [--start DATE] [--out DIR]'],
  about: [
    'The main job without a browser: imports invoices into a database that is thrown away, lets days',
    'pass on a clock of its own, reads bank statements on the way, and tells what happened. Nothing is',
    'sent. Without files it takes the samples that come with the project.',
    'Exit code 1 when none of the invoices, or none of the statements, could be read.',
  ].join('\n'),
  options,
  takesAnything: true,
  run: (input, io) => run(repeatOptions(input.words, FILE_OPTIONS), io),
});

async function run(words: readonly string[], io: CommandIo): Promise<ExitCode> {
  const command = { ...demoCommand, takesAnything: false };
  const given = parseWords(command, words).options as unknown as Given;
  const isOwn = given.invoices.length > 0 || given.statements.length > 0;
  if (isOwn && given.invoices.length === 0) {
    throw new UsageError('Bank statements alone pay nothing; name --invoices as well.');
  }
  const asked = {
    startOn: dayOption('start', given.start ?? START_ON, START_ON),
    days: countOption('days', given.days ?? `${DAYS}`, MOST_DAYS),
    locale: localeOf(given.lang),
    isJson: given.json,
    mailFolder: given.out === undefined ? null : resolve(io.cwd, given.out),
  };
  const files = isOwn
    ? {
        invoices: await findFiles(io.cwd, given.invoices),
        statements: await findFiles(io.cwd, given.statements),
      }
    : await sampleFiles();
  return runDemo({ ...asked, ...files }, io);
}

type Given = {
  readonly invoices: readonly string[];
  readonly statements: readonly string[];
  readonly days?: string;
  readonly start?: string;
  readonly out?: string;
  readonly lang?: string;
  readonly json: boolean;
};
