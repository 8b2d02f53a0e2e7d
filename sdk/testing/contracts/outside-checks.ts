import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { HttpRequest } from '../../plugin-tools.ts';
import { CANARY, type OutsideFault } from '../outside/fake-outside.ts';
import { FAULTS, type FaultPromise, type PortCodes } from './fault-promises.ts';
import {
  type ContractCheck,
  describeFailure,
  expectThat,
  failureOf,
  type PortBench,
} from './contract-suite.ts';

/** One method of a port, with arguments that every connector must be able to handle. */
export type PortAct = {
  readonly method: string;
  /** True when it does something outside that must not happen twice. */
  readonly acts: boolean;
  /** `earlier` is what the method named in `after` answered. */
  args(key: string, earlier: Readonly<Record<string, unknown>>): readonly unknown[];
  readonly after?: string;
  readonly answer: TSchema;
  /** Left out when what it does is not asked of the other side. */
  readonly staysInside?: boolean;
  /** How its checks call it, where a method is called in more than one way. */
  readonly as?: string;
  /** What the port says of itself when it has the method; of one that does not, nothing is asked. */
  readonly onlyIf?: string;
  /** True when it is no error that the other side does not know what it is about (404). */
  readonly forgivesUnknown?: boolean;
  /** Some ask the other side, and some need not: a bank where the sign-in is the consent. */
  readonly mayStayInside?: boolean;
};

type Given = {
  readonly act: PortAct;
  readonly acts: readonly PortAct[];
  readonly codes: PortCodes;
};

/** What is promised of every method that asks another side. */
export function outsideChecks(acts: readonly PortAct[], codes: PortCodes): ContractCheck[] {
  return acts.flatMap((act) => {
    const given = { act, acts, codes };
    const answers = checkAnswer(given);
    if (act.staysInside) return [answers];
    return onlyIfThere(act, [
      answers,
      ...(act.acts ? [checkKey(given)] : []),
      ...(act.forgivesUnknown ? [checkUnknown(given)] : []),
      ...FAULTS.map((fault) => checkFault(given, fault)),
      checkEcho(given),
    ]);
  });
}

/** A method that a port may leave out is looked at where the port says that it has it. */
function onlyIfThere({ onlyIf }: PortAct, checks: readonly ContractCheck[]): ContractCheck[] {
  if (onlyIf === undefined) return [...checks];
  return checks.map((check) => ({
    ...check,
    async run(open) {
      const bench = await open();
      const isThere = await bench.call(onlyIf).catch(() => false);
      if (isThere === true) await check.run(open);
    },
  }));
}

const nameOf = ({ act }: Given): string => act.as ?? act.method;

/** The sample arguments, with what the author says this connector needs. */
function argsOf(
  bench: PortBench,
  act: PortAct,
  { key, earlier }: { readonly key: string; readonly earlier: Record<string, unknown> },
) {
  const [first, ...rest] = act.args(key, earlier);
  const own = bench.samples?.[act.method];
  const isFields = typeof first === 'object' && first !== null && own !== undefined;
  return isFields ? [{ ...first, ...own, key }, ...rest] : act.args(key, earlier);
}

/** What must have happened before the method can be called. */
async function prepare(bench: PortBench, { act, acts }: Given): Promise<Record<string, unknown>> {
  const before = acts.find(({ method }) => method === act.after);
  if (!before) return {};
  return ((await bench.call(
    before.method,
    ...argsOf(bench, before, { key: 'key-0', earlier: {} }),
  )) ?? {}) as Record<string, unknown>;
}

async function perform(bench: PortBench, given: Given, fault: OutsideFault | null = null) {
  const earlier = await prepare(bench, given);
  bench.outside.fail(fault);
  return bench.call(given.act.method, ...argsOf(bench, given.act, { key: 'key-1', earlier }));
}

const checkAnswer = (given: Given): ContractCheck => ({
  name: `${nameOf(given)} answers what the port promises`,
  about: 'contract',
  async run(open) {
    const bench = await open();
    const answer = await perform(bench, given).catch((error: unknown) => {
      const { code, message } = describeFailure(error);
      const told = bench.outside.problems.slice(0, 5).join('; ');
      expectThat(false, `it threw ${code ?? 'an error'}: ${message}${told && ` (${told})`}`);
    });
    const problems = Value.Errors(given.act.answer, answer).map(
      ({ instancePath, message }) => `${instancePath || 'the answer'} ${message}`,
    );
    expectThat(problems.length === 0, problems.slice(0, 5).join('; '));
    const told = bench.outside.problems.slice(0, 5).join('; ');
    expectThat(told === '', `what it asked is not what the other side takes: ${told}`);
  },
});

const checkKey = (given: Given): ContractCheck => ({
  name: `${nameOf(given)} does not act twice with one key`,
  about: 'idempotency',
  async run(open) {
    const [first, second] = await sentWith(await open(), given, ['key-1', 'key-1']);
    const [, other] = await sentWith(await open(), given, ['key-1', 'key-2']);
    expectThat(first !== '[]', 'it sent nothing to the other side');
    expectThat(other !== '[]', 'another key did nothing');
    const { isIdempotent } = await open();
    if (!isIdempotent) return;
    expectThat(
      second === '[]' || second === first,
      'a second call with the same key asks for something else',
    );
    expectThat(
      second === '[]' || other !== first,
      'the key does not reach the other side: calls with different keys ask exactly the same',
    );
  },
});

/** What each of these calls sent to act outside, as text. */
async function sentWith(bench: PortBench, given: Given, keys: readonly string[]) {
  const earlier = await prepare(bench, given);
  const sent: string[] = [];
  for (const key of keys) {
    const start = bench.outside.arrived.length;
    await bench.call(given.act.method, ...argsOf(bench, given.act, { key, earlier }));
    const acting = bench.outside.arrived
      .slice(start)
      .filter(({ method = 'GET' }) => method !== 'GET' && method !== 'HEAD');
    sent.push(JSON.stringify(acting.map(essence)));
  }
  return sent;
}

const essence = ({ method, url, headers, body }: HttpRequest) => [method, url, headers, body];

const checkUnknown = (given: Given): ContractCheck => ({
  name: `${nameOf(given)} is no error when the other side does not know it (404)`,
  about: 'contract',
  async run(open) {
    const failure = await perform(await open(), given, 'unknown').then(
      () => null,
      (error: unknown) => describeFailure(error),
    );
    expectThat(failure === null, `it threw ${failure?.code ?? 'an error'}: ${failure?.message}`);
  },
});

const checkFault = (given: Given, promise: FaultPromise): ContractCheck => ({
  name: `${nameOf(given)} ${promise.words}`,
  about: promise.about,
  async run(open) {
    const bench = await open();
    const { isIdempotent } = bench;
    const call = perform(bench, given, promise.fault);
    if (given.act.mayStayInside && (await askedNobody(bench, call))) return;
    const { code, retryable, message } = await failureOf(call, promise.words);
    const allowed = promise.codes(given.codes, { acts: given.act.acts, isIdempotent });
    expectThat(
      code !== null && allowed.includes(code),
      `expected ${allowed.join(' or ')}, and it threw ${code ?? 'something untyped'}: ${message}`,
    );
    expectThat(
      retryable === (code === given.codes.unavailable),
      `${code} says retryable: ${String(retryable)}`,
    );
  },
});

/** What was known without asking cannot fail either. */
const askedNobody = (bench: PortBench, call: Promise<unknown>): Promise<boolean> =>
  call.then(
    () => bench.outside.arrived.length === 0,
    () => false,
  );

const checkEcho = (given: Given): ContractCheck => ({
  name: `${nameOf(given)} does not repeat a secret that the other side repeats`,
  about: 'secrets',
  async run(open) {
    const bench = await open();
    const error = await perform(bench, given, 'echo').catch((thrown: unknown) => thrown);
    const { details } = (error ?? {}) as { details?: unknown };
    const said = JSON.stringify([describeFailure(error), details ?? null]);
    expectThat(!said.includes(CANARY), 'the secret stands in the error that people will read');
  },
});
