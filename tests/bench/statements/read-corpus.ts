import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { camtStatements } from '../../../connectors/bank-camt053/camt-statements.port.ts';
import { csvStatements } from '../../../connectors/bank-csv/csv-statements.port.ts';
import { mt940Statements } from '../../../connectors/bank-mt940/mt940-statements.port.ts';
import { PROJECT_DIR } from '../../../core/project-dir.ts';
import { sharedDir } from '../../kit/shared.ts';
import type { CorpusFile } from './mutated-file.ts';

export const READERS = [mt940Statements, camtStatements, csvStatements] as const;

const OWN = ['bank-mt940', 'bank-camt053', 'bank-csv'].map((id) =>
  join(PROJECT_DIR, 'connectors', id, 'fixtures'),
);
const SHARED = ['mt940', 'camt053'].map((id) => join(sharedDir(), 'corpora', id, 'files'));

/** A large file says nothing more about a reader and takes long. */
const MAX_BYTES = 12_000;

/** Statements to change: our own, and those of the corpora where they are. */
export function readCorpus(): CorpusFile[] {
  return [...OWN, ...SHARED].filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/\.(ts|xsd|pydata|zip)$/.test(name))
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile() && statSync(path).size < MAX_BYTES)
      .map((path) => ({ name: path, text: readFileSync(path, 'latin1') })),
  );
}
