import type { ErrorDetails } from '@inning/sdk';
import type { FastifySchemaValidationError } from 'fastify/types/schema.js';

type Problem = FastifySchemaValidationError & { readonly schema?: unknown };
type Described = { readonly message: string; readonly details: ErrorDetails };

const PARTS: Readonly<Record<string, string>> = {
  querystring: 'query',
  params: 'path',
  body: 'body',
  headers: 'headers',
};

/** The first problem of a request in words, with the field's name and never with its value. */
export function describeValidation(problems: readonly Problem[], httpPart: string): Described {
  const part = PARTS[httpPart] ?? httpPart;
  // Of a choice, the last problem is about the choice itself; the ones before are its options.
  const problem = problems.at(-1);
  if (problem === undefined) return { message: `The ${part} is not right.`, details: { part } };
  const field = fieldOf(problem);
  const place = field === '' ? `The ${part}` : `${field} (${part})`;
  return {
    message: `${place} ${sentenceOf(problem)}.`,
    details: { part, field, rule: problem.keyword },
  };
}

function fieldOf({ instancePath, keyword, params }: Problem): string {
  const path = instancePath.split('/').slice(1).map(unescapePointer);
  if (keyword === 'required') path.push(String(params['missingProperty']));
  if (keyword === 'additionalProperties') path.push(String(params['additionalProperty']));
  return path.join('.').slice(0, 200);
}

function sentenceOf({ keyword, message, params, schema }: Problem): string {
  if (keyword === 'required') return 'is missing';
  if (keyword === 'additionalProperties') return 'is not a field here';
  if (keyword === 'enum') return `must be one of ${list(params['allowedValues'])}`;
  if (keyword === 'anyOf') return choiceOf(schema);
  return message ?? 'is not right';
}

function choiceOf(options: unknown): string {
  if (!Array.isArray(options)) return 'has a value that is not allowed';
  const constants = options.flatMap((option: unknown) =>
    typeof option === 'object' && option !== null && 'const' in option ? [option.const] : [],
  );
  return constants.length === options.length
    ? `must be one of ${list(constants)}`
    : 'has a value that is not allowed';
}

const list = (values: unknown) => (Array.isArray(values) ? values.map(String).join(', ') : '');
const unescapePointer = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');
