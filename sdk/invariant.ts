/** A mistake of ours, not of the user: stops the request or step and is logged with everything. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Throws when a thing that must be true is not. `message` says what was expected. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Makes the compiler prove that a union was handled completely. */
export function unreachable(value: never): never {
  throw new InvariantError(`unexpected value ${JSON.stringify(value)}`);
}
