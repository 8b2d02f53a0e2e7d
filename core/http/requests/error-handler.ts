import { DomainError, type ErrorDetails } from '@inning/sdk';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { describeValidation } from './describe-validation.ts';

type Answer = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: ErrorDetails;
};

/** What Fastify and its plugins refuse by themselves, in our words. */
const REFUSALS: Readonly<Record<number, { readonly code: string; readonly message: string }>> = {
  400: { code: 'BAD_REQUEST', message: 'This request cannot be read.' },
  404: { code: 'ROUTE_NOT_FOUND', message: 'There is nothing at this address.' },
  406: { code: 'NOT_MULTIPART', message: 'This address takes files, sent as multipart/form-data.' },
  408: { code: 'REQUEST_TOO_SLOW', message: 'The request did not arrive in time.' },
  413: { code: 'BODY_TOO_LARGE', message: 'This is larger than what may be sent here.' },
  414: { code: 'ADDRESS_TOO_LONG', message: 'The address of this request is too long.' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Send JSON, as application/json.' },
  431: { code: 'HEADERS_TOO_LARGE', message: 'The headers of this request are too large.' },
  503: { code: 'SHUTTING_DOWN', message: 'The server is stopping. Try again in a moment.' },
};

/** The one place where errors become answers. What we did not foresee says only its number. */
export const errorHandler = fp(
  async (app) => {
    app.setErrorHandler<FastifyError>(answerError);
  },
  { name: 'error-handler', fastify: '5.x' },
);

export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const answer = answerOf(error, request);
  if (answer.status >= 500) request.log.error({ err: error }, 'a request failed');
  const { retryAfterSeconds, allowed } = answer.details;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  if (answer.status === 405 && allowed !== undefined) reply.header('allow', String(allowed));
  const { status, ...rest } = answer;
  return reply.code(status).type('application/json; charset=utf-8').send({ error: rest });
}

function answerOf(error: FastifyError, request: FastifyRequest): Answer {
  if (error instanceof DomainError) {
    const { status, code, message, details } = error;
    return { status, code, message, details };
  }
  if (error.validation) {
    const described = describeValidation(error.validation, error.validationContext ?? 'body');
    return { status: 400, code: 'VALIDATION_FAILED', ...described };
  }
  const status = error.statusCode ?? 500;
  const isOurs = typeof error.code === 'string' && error.code.startsWith('FST_');
  const refusal = isOurs && status !== 500 ? REFUSALS[status] : undefined;
  if (refusal) return { status, ...refusal, details: {} };
  return {
    status: 500,
    code: 'INTERNAL_ERROR',
    message: 'Something went wrong on our side. Mention the number when you report it.',
    details: { id: request.id },
  };
}
