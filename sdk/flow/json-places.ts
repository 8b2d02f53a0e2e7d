/** A key or element of a JSON text: where it stands, as a JSON pointer and as a line from 1. */
export type JsonPlace = { readonly path: string; readonly line: number };

type Frame = {
  /** The keys of an object so far; null for a list. */
  readonly keys: Set<string> | null;
  /** The key or the number of what is read now. */
  at: string | number;
};

/** The first key that stands twice in one object: the reader of JSON would silently keep the last. */
export function findRepeatedKey(text: string): JsonPlace | null {
  return find(text, ({ isRepeated }) => isRepeated);
}

/** The line of that JSON pointer, or of the first key of that name. */
export function lineOf(text: string, path: string): number | null {
  const isName = !path.startsWith('/');
  const parts = path.split('/');
  const found = find(text, ({ stack, key }) =>
    isName
      ? key === path
      : stack.length === parts.length - 1 &&
        stack.every(({ at }, index) => String(at) === parts[index + 1]),
  );
  return found?.line ?? null;
}

type Met = {
  readonly stack: readonly Frame[];
  /** Null for an element of a list. */
  readonly key: string | null;
  readonly isRepeated: boolean;
};

/** Walks over text that is known to be JSON, without recursion. */
function find(text: string, isIt: (met: Met) => boolean): JsonPlace | null {
  const stack: Frame[] = [];
  const place = (offset: number): JsonPlace => ({
    path: `/${stack.map(({ at }) => at).join('/')}`,
    line: text.slice(0, offset).split('\n').length,
  });
  for (let offset = 0; offset < text.length; offset += 1) {
    const sign = text[offset] ?? '';
    if (sign === '"') {
      const end = endOfString(text, offset);
      const frame = stack.at(-1);
      if (frame?.keys && isKey(text, end)) {
        const key = String(JSON.parse(text.slice(offset, end + 1)));
        const isRepeated = frame.keys.has(key);
        frame.keys.add(key);
        frame.at = key;
        if (isIt({ stack, key, isRepeated })) return place(offset);
      }
      offset = end;
    } else if (step(stack, sign) && isIt({ stack, key: null, isRepeated: false })) {
      return place(offset);
    }
  }
  return null;
}

/** True when another element of a list begins. */
function step(stack: Frame[], sign: string): boolean {
  const frame = stack.at(-1);
  if (sign === '{') stack.push({ keys: new Set(), at: '' });
  else if (sign === '[') stack.push({ keys: null, at: 0 });
  else if (sign === '}' || sign === ']') stack.pop();
  else if (sign === ',' && frame && !frame.keys && typeof frame.at === 'number') frame.at += 1;
  else return false;
  return sign === '[' || (sign === ',' && frame?.keys === null);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (' \n\t\r'.includes(text[at] ?? '-')) at += 1;
  return text[at] === ':';
}
