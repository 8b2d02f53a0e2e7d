import { DomainError } from '../../errors.ts';
import type { PortName } from '../../ports/port-types.ts';
import type { FakeOutside } from '../outside/fake-outside.ts';

/** A connector that was opened for one check, with an outside world of its own. */
export type PortBench = {
  /** What the port says of itself. */
  readonly isIdempotent: boolean;
  readonly outside: FakeOutside;
  /** Calls a method of the port, in this process or in the sandbox. */
  call(method: string, ...args: readonly unknown[]): Promise<unknown>;
  /** By method: what its first argument has that differs from the sample, such as an address it takes. */
  readonly samples?: Readonly<Record<string, object>>;
  /** Files that this connector reads, for ports that read files. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

export type ContractCheck = {
  /** A sentence that is true of every connector for the port. */
  readonly name: string;
  /** What the check is about; `inning plugin check` scores by it. */
  readonly about: 'contract' | 'idempotency' | 'retry' | 'timeouts' | 'secrets';
  /** Throws ContractBrokenError when the connector does not do so. */
  run(open: () => Promise<PortBench>): Promise<void>;
};

/** Any test runner can call it: `for (const check of suite.checks) test(check.name, () => check.run(open))`. */
export type ContractSuite = { readonly port: PortName; readonly checks: readonly ContractCheck[] };

/** A connector does something else than its port promises. */
export class ContractBrokenError extends DomainError {
  readonly code = 'CONTRACT_BROKEN';
  readonly status = 422;
}

export function expectThat(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new ContractBrokenError(otherwise);
}

/** What an error says of itself; the same in this process and from the sandbox. */
export type Failure = {
  readonly code: string | null;
  readonly retryable: boolean;
  readonly message: string;
};

/** The error that a call ends with. Throws ContractBrokenError when it goes well. */
export async function failureOf(call: Promise<unknown>, when: string): Promise<Failure> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    return describeFailure(error);
  }
  throw new ContractBrokenError(
    `${when}: expected an error, and it answered ${String(JSON.stringify(answer)).slice(0, 200)}`,
  );
}

export function describeFailure(error: unknown): Failure {
  const { code, retryable, message } = (error ?? {}) as Record<string, unknown>;
  return {
    code: typeof code === 'string' ? code : null,
    retryable: retryable === true,
    message: typeof message === 'string' ? message : String(error),
  };
}
