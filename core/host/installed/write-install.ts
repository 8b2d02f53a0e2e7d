import type { Clock } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, type Store, systemScope } from '../../store/index.ts';
import { InstallOvertakenError } from './installed.errors.ts';
import type { InstallRows } from './install-rows.ts';
import { type InstallLine, type PluginInstall, pluginInstalls } from './plugin-installs.model.ts';

export type WriteDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly rows: InstallRows;
};
export type InstallChange = {
  readonly set: Partial<Omit<PluginInstall, '_id' | 'agencyId' | 'pluginId' | 'history'>>;
  readonly line: Omit<InstallLine, 'at'>;
  readonly session?: ClientSession;
};

const MOST_LINES = 200;

/** Changes installs, each time with a line in their history. Loses no race: changes are counted. */
export function createInstallWriter({ store, clock, rows }: WriteDeps) {
  const table = store
    .table(pluginInstalls)
    .in(systemScope('the caller has checked that this agency is theirs'));

  return {
    /** The row as it is in the database now; null when this agency never had it. */
    read: (agencyId: Id, pluginId: string): Promise<PluginInstall | null> =>
      table.findOne({ agencyId, pluginId }),

    /** Throws `InstallOvertakenError` when somebody else changed it since `before` was read. */
    async write(before: PluginInstall, { set, line, session }: InstallChange) {
      const at = clock.now();
      const changed = await table.change(
        { _id: before._id, changes: before.changes },
        {
          $set: { ...set, updatedAt: at },
          $inc: { changes: 1 },
          $push: { history: { $each: [{ ...line, at }], $slice: -MOST_LINES } },
        } as never,
        { session },
      );
      if (!changed) throw new InstallOvertakenError(before.pluginId);
      return changed;
    },

    /** The first time an agency has to do with a plugin. */
    async begin(agencyId: Id, pluginId: string, by: string): Promise<PluginInstall> {
      const at = clock.now();
      const nothing = { state: 'uninstalled', changes: 0, by, at, updatedAt: at };
      return table.upsert({ agencyId, pluginId }, { $setOnInsert: nothing } as never);
    },

    /** Changes a row without a line; null when the filter finds none. */
    quietly: (filter: object, update: object): Promise<PluginInstall | null> =>
      table.change(filter as never, update as never),

    all: (filter: object): Promise<PluginInstall[]> => table.find(filter as never),

    /** After the transaction: this process need not wait for its next look. */
    seen(row: PluginInstall): void {
      rows.take(row);
    },
  };
}
export type InstallWriter = ReturnType<typeof createInstallWriter>;
