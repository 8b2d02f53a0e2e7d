import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { openWorld, type World } from '../../../core/domain/testing/world.ts';
import type { EmbeddedMongo } from '../../../core/store/embedded-mongo/start-embedded-mongo.ts';
import { paymentMatcher } from '../../../plugins/payment-matching/port/payment-matcher.ts';
import { startQuickMongo } from './quick-mongo.ts';

/** What a child process of such a world is, besides the world it works in. */
export type Child = {
  /** A file of this folder. */
  readonly file: string;
  /** What it is told between the address of the database and the ids of the place. */
  readonly told: readonly string[];
  /** How long it may work from its first word. */
  readonly afterMs: number;
};

/** A world that matches payments, in which processes are killed. It opens before the first test. */
export function useKilledWorld(database: string) {
  let mongo: EmbeddedMongo;
  let world: World;
  beforeAll(async () => {
    mongo = await startQuickMongo();
    world = await openWorld(mongo.uriOf(database), { matcherFor: async () => paymentMatcher(90) });
  });
  afterAll(async () => {
    await world.close();
    await mongo.stop();
  });

  return {
    world: () => world,
    /** `kill -9` for a child at its work; false when it had ended before. */
    async startAndKill({ file, told, afterMs }: Child): Promise<boolean> {
      const { agencyId, creditorId, administrationId } = world.place;
      const ids = [agencyId, creditorId, administrationId].map(String);
      const script = fileURLToPath(new URL(file, import.meta.url));
      const child = spawn(process.execPath, [script, mongo.uriOf(database), ...told, ...ids], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const exit = once(child, 'exit');
      await once(child.stdout, 'data');
      await Promise.race([pause(afterMs), exit]);
      child.kill('SIGKILL');
      const [, signal] = await exit;
      return signal === 'SIGKILL';
    },
  };
}
