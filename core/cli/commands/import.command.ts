import type { App } from '../../app.ts';
import { defineCommand } from '../command.ts';
import { findBooks } from '../find-books.ts';
import { columnsOf } from '../import/columns-of.ts';
import { importInvoices } from '../import/import-invoices.ts';
import { type ImportedFile, sayFile } from '../import/imported-file.ts';
import { importStatement } from '../import/import-statement.ts';
import { pathsFrom, sortFiles } from '../import/sort-files.ts';
import { withApp } from '../open-app.ts';

export const importCommand = defineCommand({
  name: 'import',
  usage: [
    'import FILE... [--administration NUMBER|ID] [--preview] [--column FIELD=HEADER]... [--json]',
  ],
  about: [
    'Reads invoices and debtors (CSV, UBL) and bank statements (CAMT, MT940); what a file is, is seen',
    'from the file. Importing the same file again changes nothing. Exit code 1 when a line was refused.',
  ].join('\n'),
  options: {
    administration: {
      type: 'string',
      value: 'NUMBER|ID',
      help: 'whose; may be left out when there is one',
    },
    preview: { type: 'boolean', help: 'show what would happen and write nothing' },
    column: {
      type: 'string',
      multiple: true,
      value: 'FIELD=HEADER',
      help: 'the column that holds a field, such as number=Factuur',
    },
    json: { type: 'boolean', help: 'print one JSON object' },
  },
  words: { min: 1, max: 1_000 },
  async run({ options, words }, io) {
    const columns = columnsOf(options.column);
    const paths = pathsFrom(io.cwd, words);
    const isPreview = options.preview;

    return withApp(io, async (app) => {
      const files = await importAll(app, {
        paths,
        columns,
        isPreview,
        named: options.administration,
      });
      if (options.json) io.out(JSON.stringify({ isPreview, files }));
      else for (const line of files.flatMap(sayFile)) io.out(line);
      if (isPreview) io.err('This was a preview; nothing was written.');
      return files.some((file) => file.isFailed) ? 1 : 0;
    });
  },
});

type Asked = {
  readonly paths: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
  readonly isPreview: boolean;
  readonly named: string | undefined;
};

/** Invoices first, so that a bank statement that came with them finds what it pays. */
async function importAll(
  app: App,
  { paths, columns, isPreview, named }: Asked,
): Promise<ImportedFile[]> {
  const administration = await findBooks(app, named);
  const { invoices, statements } = await sortFiles(app, administration, paths);
  const done = await importInvoices(app, administration, { files: invoices, columns, isPreview });
  for (const file of statements) {
    done.push(await importStatement(app, administration, { file, isPreview }));
  }
  return done;
}
