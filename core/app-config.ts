import { type Config, keepSecret } from './config/index.ts';
import { choosePort } from './store/embedded-mongo/choose-port.ts';

/** The settings with everything filled in that is made or chosen when none was given. */
export type AppConfig = Config & { readonly secret: string; readonly publicUrl: string };

/** Keeps a secret in the data folder, and picks the port and the address people type. */
export async function completeConfig(config: Config): Promise<AppConfig> {
  const secret = config.secret ?? (await keepSecret(config.dataDir));
  const port = config.port === 0 ? await choosePort(null) : config.port;
  return { ...config, port, secret, publicUrl: config.publicUrl ?? addressOf(config.host, port) };
}

function addressOf(host: string, port: number): string {
  const isAnywhere = host === '0.0.0.0' || host === '::';
  const name = isAnywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
