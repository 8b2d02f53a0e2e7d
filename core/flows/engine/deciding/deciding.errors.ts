import { DomainError } from '@inning/sdk';

/** Scripts of agencies run in the sandbox; this engine has none. */
export class ScriptsMissingError extends DomainError {
  readonly code = 'SCRIPTS_MISSING';
  readonly status = 501;

  constructor() {
    super('Scripts do not run here.');
  }
}
