import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { findProblems, FlowDocumentInvalidError, type FlowDocument, parseFlow } from '@inning/sdk';
import { type Locale, type Problem, sayMessage } from '@inning/sdk';
import { loadRegistries } from '../../app.ts';
import { loadConfig } from '../../config/index.ts';
import { createClaimExpressions } from '../../flows/expressions/claim-expressions.ts';
import { createLog } from '../../http/observe/log.ts';
import { allTexts } from '../../texts.ts';
import type { CommandIo, ExitCode } from '../command.ts';

export type LintRequest = {
  readonly path: string;
  readonly locale: Locale;
  readonly isJson: boolean;
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
  const { catalogue } = registries.nodes;
  const problems = findProblems(read.flow, {
    catalogue,
    checkExpression: createClaimExpressions().check,
  });
  const texts = allTexts(registries);
  const say = ({ message }: Problem) => sayMessage(texts, message, asked.locale);

  if (asked.isJson) io.out(JSON.stringify(problems.map((one) => plain(one, say(one)))));
  else for (const one of problems) io.out(`${name}: ${sentence(one, say(one))}`);
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

const plain = ({ code, severity, nodeIds, article, path }: Problem, message: string) => ({
  code,
  severity,
  nodeIds,
  article: article ?? null,
  message,
  path: path ?? null,
});

function sentence({ code, severity, nodeIds, article, path }: Problem, message: string): string {
  const where = nodeIds.length > 0 ? ` [${nodeIds.join(', ')}]` : '';
  const law = article ? ` (${article})` : '';
  const way = path ? ` – ${path.join(' → ')}` : '';
  return `${severity} ${code}${where}: ${message}${law}${way}`;
}
