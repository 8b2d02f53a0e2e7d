import { describe, expect, it } from 'vitest';
import { listPaths, readSource } from './source-files.ts';

const ROOM =
  /^((?:core|sdk|plugins|connectors|templates|designer|tests)\/[^/]+|core\/domain\/[^/]+)\//;
const SCREEN_LINES = 60;

const paths = listPaths();

describe('every room', () => {
  it('has a README', () => {
    const rooms = new Set(
      paths.flatMap((path) => {
        const noun = /^core\/domain\/[^/]+\//.exec(path)?.[0];
        const room = ROOM.exec(path)?.[0];
        return [noun, room].filter((folder) => folder !== undefined);
      }),
    );
    rooms.delete('designer/public/'); // Everything in it is served as it is.
    const without = [...rooms].filter((folder) => !paths.includes(`${folder}README.md`));

    expect(without).toEqual([]);
  });

  it('is explained on one screen', () => {
    const long = paths
      .filter((path) => ROOM.test(path) && path.endsWith('/README.md'))
      .map((path) => ({ path, lines: readSource(path).text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > SCREEN_LINES);

    expect(long).toEqual([]);
  });
});
