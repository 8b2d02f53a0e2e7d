import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  FlowDocumentInvalidError,
  type FlowDocument,
  formatDay,
  type Locale,
  type Message,
  parseFlow,
  type Problem,
  sayMessage,
} from '@inning/sdk';
import { loadRegistries } from '../../app.ts';
import { systemClock } from '../../clock.ts';
import { loadConfig } from '../../config/index.ts';
import { createLetterSources } from '../../documents/templates/letter-sources.ts';
import { findAllProblems } from '../../flows/definition/find-all-problems.ts';
import { dayAt } from '../../time/index.ts';
import { createClaimExpressions } from '../../flows/expressions/claim-expressions.ts';
import type { Registries } from '../../host/index.ts';
import { createLog } from '../../http/observe/log.ts';
import { PROJECT_DIR } from '../../project-dir.ts';
import { allTexts } from '../../texts.ts';
import { UsageError } from '../cli.errors.ts';
import type { CommandIo, ExitCode } from '../command.ts';

export type LintRequest = {
  readonly path: string;
  readonly locale: Locale;
  readonly isJson: boolean;
  /** By whose law, such as `nl`; null for the country that the flow names. */
  readonly country: string | null;
};

/** Checks a flow in a file against the plugins that are there; needs no database. */
export async function lintFlow(asked: LintRequest, io: CommandIo): Promise<ExitCode> {
  const name = basename(asked.path);
  const read = await readFlow(resolve(io.cwd, asked.path));
  if ('problem' in read) {
    io.err(`${name}: ${read.problem}`);
    return 2;
  }
  const config = { ...loadConfig(io.env), secret: '', publicUrl: '' };
  const registries = await loadRegistries(config, createLog({ level: 'silent' }));
  const problems = findAllProblems(read.flow, dayAt(systemClock.now(), 'UTC'), {
    catalogue: registries.nodes.catalogue,
    expressions: createClaimExpressions(),
    countries: registries.countries,
    letters: createLetterSources(join(PROJECT_DIR, 'templates', 'messages')),
    ...(asked.country !== null ? { country: countryOf(asked.country, registries) } : {}),
  });
  const texts = allTexts(registries);
  const say: Say = (one) => sayMessage(texts, one, asked.locale);

  if (asked.isJson) io.out(JSON.stringify(problems.map((one) => plain(one, say))));
  else {
    for (const one of problems) {
      for (const line of sentences(one, say, asked.locale)) io.out(`${name}: ${line}`);
    }
  }
  if (problems.length === 0) io.err(`${name}: no problems found.`);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

type ReadFlow = { readonly flow: FlowDocument } | { readonly problem: string };

/** The flow, or why and where the file cannot be read as one. */
async function readFlow(path: string): Promise<ReadFlow> {
  const bytes = await readFile(path);
  try {
    return { flow: parseFlow(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    if (error instanceof FlowDocumentInvalidError) return { problem: error.message };
    if (error instanceof TypeError) return { problem: 'This is not UTF-8 text.' };
    throw error;
  }
}

type Say = (message: Message) => string;

/** The code of a country pack that is there. Throws `UsageError`. */
function countryOf(asked: string, { countries }: Pick<Registries, 'countries'>): string {
  const country = countries.find(asked.toUpperCase());
  if (country) return country.code;
  const known = countries.all().map(({ code }) => code.toLowerCase());
  throw new UsageError(`There is no country ${asked}. There are: ${known.join(', ') || 'none'}.`);
}

const plain = (
  { code, severity, nodeIds, article, path, example, fix, ...said }: Problem,
  say: Say,
) => ({
  code,
  severity,
  nodeIds,
  article: article ?? null,
  message: say(said.message),
  path: path ?? null,
  ...(example ? { example } : {}),
  ...(fix ? { fix: say(fix) } : {}),
});

function sentences(problem: Problem, say: Say, locale: Locale): string[] {
  const { code, severity, nodeIds, article, path, example, fix } = problem;
  const where = nodeIds.length > 0 ? ` [${nodeIds.join(', ')}]` : '';
  const law = article ? ` (${article})` : '';
  const dated = example?.map(({ nodeId, on }) => `${nodeId} ${formatDay(on, locale)}`);
  const way = path ? ` – ${(dated ?? path).join(' → ')}` : '';
  const first = `${severity} ${code}${where}: ${say(problem.message)}${law}${way}`;
  return fix ? [first, `  ${say(fix)}`] : [first];
}
