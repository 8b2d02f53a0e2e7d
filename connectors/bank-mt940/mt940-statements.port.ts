import type { BankStatementPort, InputFile } from '@inning/sdk';
import { givingWay, isArchive, namesInArchive } from '@inning/sdk/bank';
import { MT940_FILES, stepThroughMt940 } from './read-mt940.ts';

const LOOK_AT_BYTES = 8192;

export const mt940Statements: BankStatementPort = {
  title: { nl: 'MT940', en: 'MT940', de: 'MT940', fr: 'MT940' },
  recognise: recogniseMt940,
  read: (file, options) => givingWay(stepThroughMt940(file, options)),
};

/** Looks at the first bytes only; what a bank writes above the first field is not counted. */
function recogniseMt940(file: InputFile): number {
  if (isArchive(file.bytes)) return recogniseArchive(file);
  // Zero bytes are dropped so that UTF-16 shows its letters too.
  const start = new TextDecoder('latin1')
    .decode(file.bytes.subarray(0, LOOK_AT_BYTES))
    .replaceAll('\0', '');
  const has = (tags: string) => new RegExp(`(^|[\\n\\r}@]|ï»¿):(${tags}) ?:`).test(start);
  // A part of a statement, which `read` takes or refuses as it is asked.
  if (!has('20|25P?')) return has('28C?|60[FM]|61|62[FM]|64|65|86|NS') ? 0.2 : 0;
  if (has('60[FM]|61|62[FM]|34F')) return 1;
  return has('28C?') ? 0.6 : 0.3;
}

/** Surer than a reader that only sees an archive, when the names in it are those of MT940 files. */
function recogniseArchive(file: InputFile): number {
  if (/\.gz$/i.test(file.name)) return MT940_FILES.name.test(file.name.slice(0, -3)) ? 0.5 : 0;
  return namesInArchive(file).some((name) => MT940_FILES.name.test(name)) ? 0.5 : 0;
}
