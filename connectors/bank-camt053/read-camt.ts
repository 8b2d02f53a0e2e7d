import { type BankStatement, FileUnreadableError, type InputFile } from '@inning/sdk';
import { CamtProblem } from './camt-problem.ts';
import { createReferences } from '@inning/sdk/bank';
import { startMessage } from './statement/read-message.ts';
import { decodeXml } from './xml/decode-xml.ts';
import { parseElements } from './xml/parse-elements.ts';

/**
 * Reads statement by statement: a statement is handed over as soon as it is complete, and only that
 * one is kept in memory. Throws `FileUnreadableError`, possibly after the first statements.
 */
export function* readCamt(file: InputFile): Generator<BankStatement> {
  const done: BankStatement[] = [];
  const message = startMessage(createReferences(), (statement) => done.push(statement));

  try {
    const elements = parseElements(message);
    for (const text of decodeXml(file.bytes)) {
      elements.write(text);
      yield* done.splice(0);
    }
    elements.end();
    message.end();
    yield* done.splice(0);
  } catch (error) {
    if (!(error instanceof CamtProblem)) throw error;
    throw new FileUnreadableError(file.name, error.message, error.place, { cause: error });
  }
}
