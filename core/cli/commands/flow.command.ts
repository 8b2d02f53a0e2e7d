import { type FlowDocument, type Locale, localize } from '@inning/sdk';
import type { App } from '../../app.ts';
import { createInstanceCounts } from '../../flows/instances/count-instances.ts';
import { NotFoundHereError, UsageError } from '../cli.errors.ts';
import { type CommandIo, defineCommand, type ExitCode } from '../command.ts';
import { countOption, LANG_OPTION, localeOf } from '../demo/option-values.ts';
import { commandScope } from '../find-books.ts';
import { findFlow } from '../flow/find-flow.ts';
import { lintFlow } from '../flow/lint-flow.ts';
import { readFlowVersion, sayFlow } from '../flow/show-flow.ts';
import { withApp } from '../open-app.ts';

const MOST_VERSIONS = 1_000_000;

export const flowCommand = defineCommand({
  name: 'flow',
  usage: [
    'flow list [--json]',
    'flow show SLUG [--version N] [--json]',
    'flow lint FILE [--country CODE] [--json]',
  ],
  about: [
    'Lists the flows, shows a published one, or checks one in a file. `lint` needs no database: it',
    'checks the file against the plugins that are there and the law of its country. Exit code 1 when',
    'it has errors, 2 when the file is no flow at all.',
  ].join('\n'),
  options: {
    version: { type: 'string', value: 'N', help: 'an older version than the newest' },
    country: { type: 'string', value: 'CODE', help: 'by whose law, such as nl' },
    lang: LANG_OPTION,
    json: { type: 'boolean', help: 'JSON instead of sentences' },
  },
  words: { min: 1, max: 2 },
  async run({ options, words: [verb, what] }, io) {
    const locale = localeOf(options.lang);
    const isJson = options.json;
    if (verb === 'lint' && what) {
      const country = options.country ?? null;
      return lintFlow({ path: what, locale, isJson, country }, io);
    }
    if (verb === 'list' && !what) return withApp(io, (app) => list(app, { locale, isJson }, io));
    if (verb === 'show' && what) {
      const { version } = options;
      const wanted = version ? countOption('version', version, MOST_VERSIONS) : null;
      return withApp(io, (app) => show(app, { named: what, wanted, locale, isJson }, io));
    }
    throw new UsageError('Say `inning flow list`, `flow show SLUG` or `flow lint FILE`.');
  },
});

type Telling = { readonly locale: Locale; readonly isJson: boolean };

async function list(app: App, { locale, isJson }: Telling, io: CommandIo): Promise<ExitCode> {
  const all = await app.flows.definitions.list(commandScope);
  const counts = await createInstanceCounts(app.store).byFlow(commandScope);
  const rows = all.map((flow) => ({
    slug: flow.slug,
    name: localize((flow.draft as FlowDocument).name as never, locale),
    version: flow.publishedVersion,
    running: counts.byFlow.get(flow._id.toHexString())?.running ?? 0,
    id: flow._id.toHexString(),
    agencyId: flow.agencyId.toHexString(),
    creditorId: flow.creditorId?.toHexString() ?? null,
  }));
  if (isJson) io.out(JSON.stringify(rows));
  else {
    for (const { slug, name, version, running } of rows) {
      const published = version === 0 ? 'not published' : `version ${version}`;
      io.out(`${slug.padEnd(20)} ${name.padEnd(24)} ${published.padEnd(14)} ${running} running`);
    }
  }
  return 0;
}

async function show(
  app: App,
  asked: Telling & { readonly named: string; readonly wanted: number | null },
  io: CommandIo,
): Promise<ExitCode> {
  const flow = await findFlow(app, asked.named);
  const number = asked.wanted ?? flow.publishedVersion;
  if (number === 0) throw new NotFoundHereError(`The flow ${flow.slug} was never published.`);
  const version = await app.flows.definitions.version(commandScope, flow._id, number);
  const shown = await readFlowVersion(app, flow, { version, locale: asked.locale });
  if (asked.isJson) io.out(JSON.stringify(shown));
  else for (const line of sayFlow(app, shown, asked.locale)) io.out(line);
  return 0;
}
