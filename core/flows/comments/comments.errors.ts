import { DomainError } from '@inning/sdk';

/** No comment of that id is visible here. */
export class FlowCommentNotFoundError extends DomainError {
  readonly code = 'FLOW_COMMENT_NOT_FOUND';
  readonly status = 404;

  constructor() {
    super('This comment does not exist.');
  }
}

/** A comment is about the flow, or about a step that is in it. */
export class CommentedStepUnknownError extends DomainError {
  readonly code = 'COMMENTED_STEP_UNKNOWN';
  readonly status = 422;

  constructor(node: string) {
    super(`There is no step ${node} in this flow. Reload it and choose the step again.`, { node });
  }
}

/** So many remarks are no conversation any more. */
export class TooManyCommentsError extends DomainError {
  readonly code = 'TOO_MANY_COMMENTS';
  readonly status = 409;

  constructor(most: number) {
    super(`There are ${most} open comments on this flow. Settle some of them first.`, { most });
  }
}
