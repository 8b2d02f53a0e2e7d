import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { BankLine, BankLines } from '../ports/bank-statement-port.ts';

/** Small enough to unpack at once, large enough that names and words repeat. */
const CHUNK = 1_000;

/**
 * Keeps lines in little memory: what is more than a thousand of them is packed, and unpacked a
 * thousand at a time whenever somebody goes through them.
 */
export function packLines() {
  const packed: Buffer[] = [];
  let open: BankLine[] = [];

  return {
    add(line: BankLine): void {
      open.push(line);
      if (open.length < CHUNK) return;
      packed.push(deflateRawSync(JSON.stringify(open), { level: 1 }));
      open = [];
    },
    /** `renamed` holds the references that differ, by the place of their line. */
    lines(renamed: ReadonlyMap<number, string>): BankLines {
      const all = { length: packed.length * CHUNK + open.length, [Symbol.iterator]: everyLine };
      return packed.length === 0 ? [...all] : all;

      function* everyLine(): Generator<BankLine> {
        let at = 0;
        for (const lines of chunks()) {
          for (const line of lines) {
            const bankReference = renamed.get(at);
            yield bankReference === undefined ? line : { ...line, bankReference };
            at += 1;
          }
        }
      }
    },
  };

  function* chunks(): Generator<readonly BankLine[]> {
    for (const chunk of packed) yield JSON.parse(String(inflateRawSync(chunk))) as BankLine[];
    yield open;
  }
}
