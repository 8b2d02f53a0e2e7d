import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FlowDocument, parseFlow } from '@inning/sdk';

const FOLDER = fileURLToPath(new URL('../../../templates/flows/', import.meta.url));
const ENDING = '.flow.json';

/** The flows that come with the project, by name. */
export function shippedFlows(): ReadonlyMap<string, FlowDocument> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(ENDING));
  return new Map(
    files.map((file) => [
      file.slice(0, -ENDING.length),
      parseFlow(readFileSync(FOLDER + file, 'utf8')),
    ]),
  );
}
