import { Mt940Problem } from '../mt940-problem.ts';

const MEGABYTE = 1024 * 1024;
/** Some hundred thousand lines; more is not a statement that a person hands in. */
export const MAX_FILE_BYTES = 32 * MEGABYTE;

/**
 * The text of the file. MT940 does not say its encoding: a byte order mark decides, else it is UTF-8
 * when every byte fits that, and otherwise Windows-1252, which is what the older systems write.
 */
export function decodeText(bytes: Uint8Array): string {
  refuseAtSight(bytes);
  const text = decode(bytes);
  const firstZero = text.indexOf('\0');
  if (firstZero !== -1) {
    const line = text.slice(0, firstZero).split('\n').length;
    throw new Mt940Problem('This is not a text file.', { line });
  }
  if (text.trim() === '') throw new Mt940Problem('The file is empty.');
  return text;
}

function refuseAtSight(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Mt940Problem('The file is empty.');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new Mt940Problem('This is an archive (zip). Unpack it first and hand in what is in it.');
  }
  if (bytes.length > MAX_FILE_BYTES) {
    const size = Math.ceil(bytes.length / MEGABYTE);
    const limit = MAX_FILE_BYTES / MEGABYTE;
    throw new Mt940Problem(
      `The file is ${size} MB and the limit is ${limit} MB. Ask the bank for shorter periods.`,
    );
  }
}

function decode(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (a !== 0xef || b !== 0xbb || c !== 0xbf)
      return new TextDecoder('windows-1252').decode(bytes);
    const line = lineOfBadByte(bytes);
    throw new Mt940Problem('The file says it is UTF-8 but is not.', { line }, { cause });
  }
}

function lineOfBadByte(bytes: Uint8Array): number {
  // Broken bytes become U+FFFD, and no bank writes one.
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length;
}
