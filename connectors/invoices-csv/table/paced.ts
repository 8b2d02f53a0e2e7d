import { setImmediate } from 'node:timers/promises';

const AT_ONCE = 500;

/** The same rows with pauses, so that a large file does not keep the process from other work. */
export async function* paced<Row>(rows: Iterable<Row>): AsyncGenerator<Row> {
  let count = 0;
  for (const row of rows) {
    yield row;
    count += 1;
    if (count % AT_ONCE === 0) await setImmediate();
  }
}
