import { PackageInvalidError } from '../packages.errors.ts';

/** Descriptions are never deeper; what is would be too deep for whoever walks it by recursion. */
const DEEPEST = 64;

/** The one way in which a value stands in a package: indented, and ended by a line break. */
export const writeJson = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** Reads what `writeJson` wrote; anything that is written otherwise is refused. */
export function readJson(path: string, bytes: Uint8Array): unknown {
  const text = readText(path, bytes);
  const value = parse(path, text);
  refuseHostile(path, value);
  if (`${JSON.stringify(value, null, 2)}\n` !== text) {
    throw new PackageInvalidError(path, 'is JSON, and not written as packages are');
  }
  return value;
}

/** A text of a package; UTF-8 without a byte order mark or zeros. */
export function readText(path: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.startsWith('\uFEFF')) throw new PackageInvalidError(path, 'starts with a hidden mark');
    if (text.includes('\0')) throw new PackageInvalidError(path, 'has a zero in its text');
    return text;
  } catch (cause) {
    if (cause instanceof PackageInvalidError) throw cause;
    throw new PackageInvalidError(path, 'is not UTF-8 text', { cause });
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PackageInvalidError(path, 'is not JSON', { cause });
  }
}

/** A key that would reach into JavaScript itself, and what is nested without end; without recursion. */
function refuseHostile(path: string, value: unknown): void {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const { value: inner, depth } = one;
    if (typeof inner !== 'object' || inner === null) continue;
    if (depth > DEEPEST) throw new PackageInvalidError(path, `is nested over ${DEEPEST} deep`);
    if (Object.hasOwn(inner, '__proto__')) {
      throw new PackageInvalidError(path, 'has a field "__proto__"');
    }
    for (const child of Object.values(inner)) waiting.push({ value: child, depth: depth + 1 });
  }
}
