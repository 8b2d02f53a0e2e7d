/** What can be gone through, a number of them at a time. */
export function* chunksOf<One>(all: Iterable<One>, size: number): Generator<readonly One[]> {
  let chunk: One[] = [];
  for (const one of all) {
    chunk.push(one);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
