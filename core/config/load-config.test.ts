import { describe, expect, it } from 'vitest';
import { ConfigInvalidError } from './config.errors.ts';
import { loadConfig } from './load-config.ts';

function refusal(env: NodeJS.ProcessEnv): string {
  try {
    loadConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigInvalidError);
    return (error as Error).message;
  }
  throw new Error('these settings were accepted');
}

describe('loadConfig', () => {
  it('runs on this machine only, with an embedded database, when nothing is set', () => {
    const config = loadConfig({ PATH: 'anything', HOME: 'anywhere' });

    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      mongodbUri: null,
      plugins: null,
    });
    expect(config.dataDir).toMatch(/[/\\]\.inning$/);
    expect(config.secret).toBeNull();
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes each setting in the form it needs, and an override before the environment', () => {
    const env = {
      PORT: '9000',
      INNING_PLUGINS: 'reminders, mail-smtp',
      INNING_PUBLIC_URL: 'https://incasso.example.nl/',
      INNING_LOG_LEVEL: '',
    };

    const config = loadConfig(env, { PORT: '0' });

    expect(config.port).toBe(0);
    expect(config.plugins).toEqual(['reminders', 'mail-smtp']);
    expect(config.publicUrl).toBe('https://incasso.example.nl');
    expect(config.logLevel).toBe('info');
  });

  it('names every wrong setting at once, with its value and what is allowed', () => {
    const message = refusal({ PORT: '80a', HOST: 'my host', INNING_LOG_LEVEL: 'loud' });

    expect(message).toContain('PORT must be a whole number from 0 to 65535');
    expect(message).toContain('it is "80a"');
    expect(message).toContain('HOST must be an address or host name');
    expect(message).toContain('INNING_LOG_LEVEL must be trace, debug, info, warn, error');
  });

  it.each(['-1', '65536', '1e3', '0x50', '80.5', '9999999999999999999'])(
    'refuses port %s',
    (PORT) => {
      expect(refusal({ PORT })).toContain('PORT must be');
    },
  );

  it.each(['Reminders', 'reminders,,sms', 'reminders;sms', 'a,a'])(
    'refuses the plugin list %s',
    (INNING_PLUGINS) => {
      expect(refusal({ INNING_PLUGINS })).toContain('INNING_PLUGINS must be a list');
    },
  );

  it('never shows a secret', () => {
    const message = refusal({ INNING_SECRET: 'hunter2', MONGODB_URI: 'postgres://me:hunter2@db' });

    expect(message).toContain('INNING_SECRET must be at least 32');
    expect(message).toContain('MONGODB_URI must be the address of a MongoDB replica set');
    expect(message).not.toContain('hunter2');
  });

  it('points out a setting that does not exist and guesses which one was meant', () => {
    expect(refusal({ INNING_LOGLEVEL: 'info' })).toContain('Did you mean INNING_LOG_LEVEL?');
    expect(refusal({ INNING_COLOUR: 'red' })).toContain('There are INNING_DATA_DIR, ');
    expect(() => loadConfig({ INNING_REQUIRE_ALL: '1' })).not.toThrow();
  });
});
