import type { NodeResult } from '@inning/sdk';
import { type TSchema, Type } from 'typebox';
import { Ajv } from 'ajv';
import { SandboxAnswerInvalidError } from '../sandbox.errors.ts';

const Text = Type.String({ maxLength: 1_000 });
const few = (values: TSchema[], most: number) =>
  Type.Record(Type.String({ maxLength: 100 }), Type.Union(values), { maxProperties: most });

const NodeResultSchema = Type.Object({
  outcome: Type.String(),
  because: Type.Optional(
    Type.Object({
      code: Type.String({ maxLength: 120 }),
      params: Type.Optional(few([Text, Type.Number(), Type.Null()], 20)),
    }),
  ),
  output: Type.Optional(few([Text, Type.Number(), Type.Boolean(), Type.Null()], 30)),
});
const check = new Ajv({ strict: false, removeAdditional: 'all' }).compile<NodeResult>(
  NodeResultSchema,
);

/**
 * The answer of a node that ran in the sandbox. Throws `SandboxAnswerInvalidError` when it takes a way
 * out that was not declared, or says more than fits in a step.
 */
export function checkNodeResult(
  node: { readonly id: string; readonly outcomes: object },
  given: unknown,
): NodeResult {
  const refuse = (problem: string) =>
    new SandboxAnswerInvalidError(`${node.id} answers wrongly: ${problem}.`, { node: node.id });
  if (!check(given)) {
    const [first] = check.errors ?? [];
    throw refuse(`${first?.instancePath || 'it'} ${first?.message ?? 'is wrong'}`);
  }
  if (!Object.hasOwn(node.outcomes, given.outcome)) {
    throw refuse(`it has no outcome "${given.outcome.slice(0, 100)}"`);
  }
  return given;
}
