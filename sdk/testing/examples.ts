import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { DomainError } from '../errors.ts';
import { RecordedAnswerSchema } from './outside/recorded-answers.ts';

const Fields = Type.Record(Type.String(), Type.Unknown());

/**
 * `examples.json` beside the plugin's sources: settings and contexts that its author believes in. The
 * tools of `inning plugin` run the plugin with them, in the sandbox, without an outside world.
 */
export const PluginExamplesSchema = Type.Object(
  {
    settings: Type.Optional(Fields),
    outside: Type.Optional(
      Type.Object(
        {
          recorded: Type.Optional(Type.Array(RecordedAnswerSchema)),
          /** OpenAPI descriptions in JSON: a path seen from the folder, and where the service lives. */
          apis: Type.Optional(
            Type.Array(
              Type.Object(
                { file: Type.String(), url: Type.Optional(Type.String()) },
                { additionalProperties: false },
              ),
            ),
          ),
        },
        { additionalProperties: false },
      ),
    ),
    nodes: Type.Optional(
      Type.Array(
        Type.Object(
          {
            node: Type.String(),
            name: Type.String(),
            config: Type.Optional(Fields),
            /** What differs from a claim of one overdue invoice of € 125.00. */
            claim: Type.Optional(Fields),
            today: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
            /** Before the ones of `outside`. */
            recorded: Type.Optional(Type.Array(RecordedAnswerSchema)),
            outcome: Type.String(),
          },
          { additionalProperties: false },
        ),
      ),
    ),
    /** By method of the port: what a sample has that differs, such as an address this service takes. */
    samples: Type.Optional(Type.Record(Type.String(), Fields)),
    /** Files for connectors that read files, as paths seen from the folder. */
    files: Type.Optional(Type.Array(Type.String())),
  },
  { additionalProperties: false },
);
export type PluginExamples = Static<typeof PluginExamplesSchema>;
export type NodeExample = NonNullable<PluginExamples['nodes']>[number];

/** The examples of a plugin cannot be read; nothing was run. */
export class ExamplesInvalidError extends DomainError {
  readonly code = 'EXAMPLES_INVALID';
  readonly status = 422;
}

/** Throws an ExamplesInvalidError that names the place. */
export function parseExamples(text: string): PluginExamples {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new ExamplesInvalidError('examples.json is not JSON.', {}, { cause: error });
  }
  const [problem] = Value.Errors(PluginExamplesSchema, read);
  if (!problem) return read as PluginExamples;
  const place = problem.instancePath || '(all)';
  throw new ExamplesInvalidError(`examples.json, ${place}: ${problem.message}.`, { place });
}
