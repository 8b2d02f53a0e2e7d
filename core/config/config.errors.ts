import { DomainError } from '@inning/sdk';
import type { SettingProblem } from './find-setting-problems.ts';

/** One or more settings in the environment are wrong; the message names all of them. */
export class ConfigInvalidError extends DomainError {
  readonly code = 'CONFIG_INVALID';
  readonly status = 500;

  constructor(problems: readonly SettingProblem[]) {
    const sentences = problems.map(({ sentence }) => `  - ${sentence}`);
    super(`Some settings are not right:\n${sentences.join('\n')}`, {
      variables: problems.map(({ name }) => name).join(', '),
    });
  }
}

/** The file that keeps the secret of this installation holds something else. */
export class SecretFileInvalidError extends DomainError {
  readonly code = 'SECRET_FILE_INVALID';
  readonly status = 500;

  constructor(path: string) {
    super(
      `The file ${path} does not hold a usable secret. Put back the one that was there: ` +
        'what was encrypted with it cannot be read with another. Or set INNING_SECRET.',
      { path },
    );
  }
}
