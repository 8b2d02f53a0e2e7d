import { DomainError } from '@inning/sdk';

/** The cursor of a list was not one we handed out. */
export class InvalidCursorError extends DomainError {
  readonly code = 'INVALID_CURSOR';
  readonly status = 400;

  constructor() {
    super('This cursor is not one of ours. Start the list again without it.');
  }
}
