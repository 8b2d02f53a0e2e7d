import { type CalendarDate, formatDay, type Locale, sayMessage } from '@inning/sdk';
import type { App } from '../../app.ts';
import { type Administration, administrations } from '../../domain/administrations/index.ts';
import { allTexts } from '../../texts.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { LANG_OPTION, localeOf } from '../demo/option-values.ts';
import { commandScope, findBooks } from '../find-books.ts';
import { withApp } from '../open-app.ts';

export const dryRunCommand = defineCommand({
  name: 'dry-run',
  usage: ['dry-run [--administration NUMBER|ID] [--json]'],
  about: [
    'Shows what the published flows would do today, per administration, with the reasons. Nothing is',
    'stored or sent.',
  ].join('\n'),
  options: {
    administration: { type: 'string', value: 'NUMBER|ID', help: 'only this one' },
    lang: LANG_OPTION,
    json: { type: 'boolean', help: 'print one JSON array, an object per administration' },
  },
  async run({ options }, io) {
    const locale = localeOf(options.lang);
    return withApp<ExitCode>(io, async (app) => {
      const runs = await readRuns(app, options.administration, locale);
      if (options.json) io.out(JSON.stringify(runs));
      else for (const line of runs.flatMap((run) => sayRun(run, locale))) io.out(line);
      return 0;
    });
  },
});

type Run = Awaited<ReturnType<typeof readRuns>>[number];

async function readRuns(app: App, named: string | undefined, locale: Locale) {
  const books = named === undefined ? await allBooks(app) : [await findBooks(app, named)];
  const only = named === undefined ? undefined : books[0]?._id;
  const byId = new Map(books.map((one) => [one._id.toHexString(), one]));
  const texts = allTexts(app.registries);
  const runs = await app.flows.dryRun(commandScope, only);
  return runs.map(({ administrationId, on, lines }) => {
    const home = byId.get(administrationId);
    return {
      administration: { id: administrationId, number: home?.number ?? '', name: home?.name ?? '' },
      date: on,
      lines: lines.map((line) => ({
        date: on,
        debtor: line.debtorName,
        flow: line.flow,
        node: line.nodeId,
        event: line.event === 'done' ? (line.outcome ?? line.event) : line.event,
        reason: line.because ? sayMessage(texts, line.because, locale) : '',
        debtorNumber: line.debtorNumber,
        overdueCents: line.overdueCents,
      })),
    };
  });
}

const allBooks = (app: App): Promise<Administration[]> =>
  app.store
    .table(administrations)
    .in(commandScope)
    .find({}, { sort: { name: 1 } });

const NOTHING: Readonly<Record<Locale, string>> = {
  nl: 'Vandaag gebeurt er niets.',
  en: 'Nothing happens today.',
  de: 'Heute passiert nichts.',
  fr: 'Rien ne se passe aujourd’hui.',
};

function sayRun({ administration, date, lines }: Run, locale: Locale): string[] {
  const title = `${administration.name} (${administration.number}), ${sayDay(date, locale)}`;
  const told = lines.map(
    ({ debtor, debtorNumber, flow, node, event, reason }) =>
      `  ${debtorNumber} ${debtor}  ${flow}/${node}: ${event}${reason ? `  (${reason})` : ''}`,
  );
  return [title, ...(told.length > 0 ? told : [`  ${NOTHING[locale]}`]), ''];
}

const sayDay = (day: CalendarDate, locale: Locale) => formatDay(day, locale);
