import { Mt940Problem } from '../mt940-problem.ts';
import { decodeText } from './decode-text.ts';

const MAX_LINE = 4000;
/** Banks write some blank lines around a statement; a file of nothing else would keep us for minutes. */
const MAX_BLANK = 100_000;
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g;

/** The lines of the file, one at a time, without control characters and line ends. */
export function* readTextLines(bytes: Uint8Array): Generator<string> {
  let ends: RegExp | null = null;
  let rest = '';
  let count = 0;
  const refuseEndless = blankRun();

  for (const piece of decodeText(bytes)) {
    rest += piece;
    ends ??= lineEndsOf(rest);
    // The line end itself may be cut in two.
    const held = /[\r@]$/.exec(rest)?.[0] ?? '';
    const lines = rest.slice(0, rest.length - held.length).split(ends);
    rest = (lines.pop() ?? '') + held;
    for (const line of lines) {
      refuseEndless(line, count);
      yield cleaned(line, (count += 1));
    }
    // What is not split here is copied, so that it does not keep the whole piece in memory.
    if (rest.length > MAX_LINE + 1) cleaned(rest, count + 1);
  }
  for (const line of rest.split(ends ?? '\n')) yield cleaned(line, (count += 1));
}

function blankRun() {
  let blank = 0;
  return (line: string, at: number): void => {
    blank = line === '' ? blank + 1 : 0;
    if (blank <= MAX_BLANK) return;
    throw new Mt940Problem('There are only blank lines from here on.', { line: at });
  };
}

/** Some systems write `@@` where a line ends, and no line ends at all. */
function lineEndsOf(start: string): RegExp {
  const isOneLine = !start.trim().includes('\n') && start.includes('@@:');
  return isOneLine ? /@@/ : /\r\n|\n|\r/;
}

function cleaned(raw: string, line: number): string {
  if (raw.length > MAX_LINE) {
    throw new Mt940Problem(`This line is longer than ${MAX_LINE} characters.`, { line });
  }
  // The first field may stand on the line of the SWIFT header.
  return raw.replace(CONTROLS, '').replace(/^\{.*\{4:(?=:)/, '');
}
