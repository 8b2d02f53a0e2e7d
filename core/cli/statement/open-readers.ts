import type { BankStatementPort } from '@inning/sdk';
import { loadConfig } from '../../config/index.ts';
import type { Reader } from '../../domain/files/index.ts';
import { loadPlugins } from '../../host/index.ts';
import { PROJECT_DIR } from '../../project-dir.ts';
import { offlineTools } from './offline-tools.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const EVERYBODY = { agencyId: null, administrationId: null };

/** Every reader of bank statements, with its settings as they are by default. Needs no database. */
export async function openReaders(env: NodeJS.ProcessEnv): Promise<Reader<BankStatementPort>[]> {
  const config = loadConfig(env);
  const registries = await loadPlugins({
    projectDir: PROJECT_DIR,
    switchedOn: config.plugins,
    dataDir: config.dataDir,
    log: SILENT,
  });
  return registries.port('bank-statement').map(({ pluginId, factory }) => {
    const plugin = registries.plugins.get(pluginId);
    const settings = plugin?.schema.fill({}) ?? {};
    const tools = offlineTools(settings, registries.texts);
    return { id: pluginId, port: factory(settings, EVERYBODY, tools) };
  });
}
