import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type PlayedPayments, playPayments } from './play-payments.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

type Opened = { readonly world: World; readonly play: PlayedPayments };
type Opening = WorldOptions & { readonly uri: string };

/** Opens one world for the tests of a file, and tells before each of them who is new and pays online. */
export function openPaying({ uri, ...options }: Opening, tell: (opened: Opened) => void): void {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(uri, options);
  });
  afterAll(() => world.close());
  beforeEach(async () => tell({ world, play: await playPayments(world) }));
}
