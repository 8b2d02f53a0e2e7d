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
    const start = offset;
    if (sign === '"') offset = endOfString(text, offset);
    const met =
      sign === '"' ? meetString(text, stack, { start, end: offset }) : meetSign(stack, sign);
    if (met && isIt(met)) return place(start);
  }
  return null;
}

/** A text that is the key of something; null for one that is a value. */
function meetString(
  text: string,
  stack: readonly Frame[],
  { start, end }: { readonly start: number; readonly end: number },
): Met | null {
  const frame = stack.at(-1);
  if (!frame?.keys || !isKey(text, end)) return null;
  const key = String(JSON.parse(text.slice(start, end + 1)));
  const isRepeated = frame.keys.has(key);
  frame.keys.add(key);
  frame.at = key;
  return { stack, key, isRepeated };
}

/** Where another element of a list begins; null at any other sign. */
function meetSign(stack: Frame[], sign: string): Met | null {
  if (sign === '{') stack.push({ keys: new Set(), at: '' });
  else if (sign === '[') stack.push({ keys: null, at: 0 });
  else if ('}]'.includes(sign)) stack.pop();
  const frame = stack.at(-1);
  const isNext = sign === ',' && typeof frame?.at === 'number';
  if (frame && isNext) frame.at = Number(frame.at) + 1;
  return isNext || sign === '[' ? { stack, key: null, isRepeated: false } : null;
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
