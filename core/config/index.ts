export { ConfigInvalidError, SecretFileInvalidError } from './config.errors.ts';
export { keepSecret } from './keep-secret.ts';
export { type Config, loadConfig } from './load-config.ts';
export { type SettingName, SettingsSchema } from './settings-schema.ts';
