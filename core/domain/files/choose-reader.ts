import type { InputFile } from '@inning/sdk';
import { FileFormatUnknownError } from './files.errors.ts';

/** A reader of one format, under the id of the plugin that brought it. */
export type Reader<Port> = { readonly id: string; readonly port: Port };
type Recogniser = Reader<{ recognise(file: InputFile): number }>;

/** The reader that is surest of a file. Throws `FileFormatUnknownError` when none knows it. */
export function chooseReader<R extends Recogniser>(readers: readonly R[], file: InputFile): R {
  const judged = readers.map((reader) => ({ reader, sureness: reader.port.recognise(file) }));
  const [surest] = judged
    .filter((one) => one.sureness > 0)
    .toSorted((a, b) => b.sureness - a.sureness);
  if (!surest) throw new FileFormatUnknownError(file.name);
  return surest.reader;
}
