import {
  type BankReadOptions,
  type ReadStatement,
  FileUnreadableError,
  type InputFile,
} from '@inning/sdk';
import {
  ArchiveProblem,
  createReferences,
  type Pause,
  type References,
  unpackFile,
  withoutPauses,
} from '@inning/sdk/bank';
import { CamtProblem } from './camt-problem.ts';
import { startMessage } from './statement/read-message.ts';
import { decodeXml, MAX_FILE_BYTES } from './xml/decode-xml.ts';
import { parseElements } from './xml/parse-elements.ts';

const XML_FILES = {
  name: /\.(xml|053|052|054)$/i,
  kind: 'XML file',
  maxBytes: MAX_FILE_BYTES,
};

/**
 * Reads statement by statement, also of each XML file in an archive: a statement is handed over as
 * soon as it is complete, and only that one is kept in memory. Throws `FileUnreadableError`, possibly
 * after the first statements.
 */
export const readCamt = (
  file: InputFile,
  options: BankReadOptions = {},
): Generator<ReadStatement> => withoutPauses(stepThroughCamt(file, options));

/** The same, with pauses between. */
export function* stepThroughCamt(
  file: InputFile,
  { allowsParts = false }: BankReadOptions = {},
): Generator<ReadStatement | Pause> {
  const references = createReferences();
  let name = file.name;
  try {
    const unpacked = unpackFile(file, XML_FILES);
    let { passedOver } = unpacked;
    for (const part of unpacked.files) {
      name = part.name;
      for (const statement of readMessage(part.bytes, { references, allowsParts })) {
        yield withPassedOver(statement, passedOver);
        passedOver = statement ? [] : passedOver;
      }
    }
  } catch (error) {
    if (error instanceof ArchiveProblem) {
      throw new FileUnreadableError(name, error.message, {}, { cause: error });
    }
    if (!(error instanceof CamtProblem)) throw error;
    throw new FileUnreadableError(name, error.message, error.place, { cause: error });
  }
}

type Reading = { readonly references: References; readonly allowsParts: boolean };

function* readMessage(bytes: Uint8Array, reading: Reading): Generator<ReadStatement | Pause> {
  const message = startMessage(reading);
  const elements = parseElements(message);
  for (const text of decodeXml(bytes)) {
    elements.write(text);
    yield* message.settle();
    yield null;
  }
  elements.end();
  message.end();
  yield* message.settle();
}

/** Said with the first statement, since a warning belongs to one. */
function withPassedOver(
  statement: ReadStatement | Pause,
  names: readonly string[],
): ReadStatement | Pause {
  if (statement === null || names.length === 0) return statement;
  const params = { names: names.slice(0, 10).join(', ') };
  const message = `Not read, because it is no XML: ${params.names}.`;
  const warning = { place: {}, message, code: 'ARCHIVE_FILE_PASSED_OVER', params };
  return { ...statement, warnings: [...statement.warnings, warning] };
}
