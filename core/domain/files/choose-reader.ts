import type { InputFile } from '@inning/sdk';
import { FileFormatUnknownError } from './files.errors.ts';

/** A reader of one format, under the id of the plugin that brought it. */
export type Reader<Port> = { readonly id: string; readonly port: Port };

/** The reader that is surest of a file. Throws `FileFormatUnknownError` when none knows it. */
export function chooseReader<Port extends { recognise(file: InputFile): number }>(
  readers: readonly Reader<Port>[],
  file: InputFile,
): Reader<Port> {
  const judged = readers.map((reader) => ({ reader, sureness: reader.port.recognise(file) }));
  const [surest] = judged.filter((one) => one.sureness > 0).sort((a, b) => b.sureness - a.sureness);
  if (!surest) throw new FileFormatUnknownError(file.name);
  return surest.reader;
}
