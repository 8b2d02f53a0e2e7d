import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostCallsOf } from '../../core/sandbox/index.ts';
import { aSandbox, endOf } from './a-sandbox.ts';
import { type Canaries, setCanaries } from './canaries.ts';
import { callOf, codeOf, guestPlugin } from './guest-plugin.ts';

const sandbox = aSandbox();
const run = (body: string, changes = {}) => sandbox.run(callOf(guestPlugin(body), changes));
const saying = async (body: string, changes = {}) =>
  ((await run(body, changes)) as { output: Record<string, unknown> }).output;
let canaries: Canaries;
beforeAll(async () => {
  canaries = await setCanaries();
});
afterAll(() => canaries.remove());

describe('what a guest finds around it', () => {
  it('has nothing of Node, of the web and of shared memory', async () => {
    const body = `const names = ['process', 'require', 'module', 'exports', 'global', 'Buffer', 'fetch',
      'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'console', 'WebAssembly', 'Atomics',
      'SharedArrayBuffer', 'eval', 'XMLHttpRequest', 'WebSocket', 'Worker', 'ivm', '_ivm', 'structuredClone'];
      const found = names.filter((name) => name in globalThis);
      return { outcome: 'done', output: { found: found.join() } };`;

    expect(await saying(body)).toEqual({ found: '' });
  });

  it('makes no code of text, by whatever function', async () => {
    const said = await saying(
      `const made = [];
      for (const make of [Function, (() => {}).constructor, (async () => {}).constructor,
        (function* () {}).constructor, (async function* () {}).constructor, class extends Function {},
        Object.getPrototypeOf((async () => {}).constructor), Object.getPrototypeOf(function* () {}).constructor]) {
        for (const way of [() => make('return 1'), () => new make('return 1'), () => Reflect.construct(make, ['return 1']),
          () => make.bind(null)('return 1'), () => make.apply(null, ['return 1'])]) {
          try { if (typeof way()?.('') === 'number') made.push(String(way)); } catch {}
        }
      }
      const works = (() => 1) instanceof Function && Function.prototype.call.call(() => 2) === 2;
      return { outcome: 'done', output: { made: made.join(), works } };`,
    );

    expect(said).toEqual({ made: '', works: true });
  });

  it.each([
    ['import("node:fs")', 'import("node:fs")'],
    ['import of a file', 'import("file:///etc/passwd")'],
    ['import of data', 'import("data:text/javascript,export const a = 1")'],
  ])('loads no modules: %s', async (_, source) => {
    const said = await saying(`let said = 'refused';
      try { said = 'loaded ' + Object.keys(await ${source}); } catch {}
      return { outcome: 'done', output: { said } };`);

    expect(said).toEqual({ said: 'refused' });
  });

  it('loads no modules from the top of a plugin either', async () => {
    const code = codeOf(`import fs from 'node:fs'; export const plugin = { setup() {} };`);

    expect(await endOf(sandbox.describe(code))).toMatchObject({ kind: 'threw' });
  });

  it('reaches no file, no environment and no listener by any function constructor', async () => {
    const said = await saying(
      `const ways = [() => Function, () => (() => {}).constructor, () => (async () => {}).constructor,
        () => (function* () {}).constructor, () => ports.tasks.create.constructor,
        () => tools.http.request.constructor, () => Object.getPrototypeOf(ports.tasks).constructor,
        () => claim.constructor.constructor, () => tools.clock.now().constructor.constructor,
        () => new Proxy(Function, {})];
      const found = [];
      for (const way of ways) {
        for (const lines of ['return process.env', 'return require("fs")', 'return this.process',
          'return globalThis.process.mainModule', 'return arguments.callee.caller']) {
          try { const value = way()(lines)(); if (value) found.push(String(lines)); } catch {}
        }
      }
      return { outcome: 'done', output: { found: found.join() } };`,
    );

    expect(said).toEqual({ found: '' });
    expect(canaries.knocks()).toBe(0);
  });

  it('sees no host in errors, their stacks and call sites', async () => {
    const said = await saying(
      `const seen = [];
      Error.prepareStackTrace = (error, sites) => {
        for (const site of sites ?? []) seen.push(site.getThis?.(), site.getFunction?.(), site.getFileName?.());
        return 'stack';
      };
      try { await ports.tasks.create({}); } catch (error) { error.stack; seen.push(...Object.values(error)); }
      try { null.x; } catch (error) { error.stack; }
      (function deep() { try { deep(); } catch (error) { try { seen.push(error.constructor.constructor('return typeof process')()); } catch {} } })();
      const isOwn = (one) => typeof one !== 'object' || one === null || one instanceof Object;
      return { outcome: 'done', output: { foreign: seen.filter((one) => !isOwn(one)).length,
        texts: seen.filter((one) => typeof one === 'string').join().slice(0, 500) } };`,
      { hostCalls: () => Promise.reject(new Error(`at ${canaries.file}`)) },
    );

    expect(said['foreign']).toBe(0);
    expect(String(said['texts'])).not.toMatch(/node:|core\/|child\/|canary-/);
  });
});

describe('what a guest hands back', () => {
  it.each([
    ['a getter that throws', '{ get outcome() { throw 1; } }', 'SandboxFailedError'],
    ['a proxy', 'new Proxy({}, { ownKeys() { throw new Error("bite"); } })', 'SandboxFailedError'],
    [
      'something inside itself',
      '(() => { const a = {}; a.a = a; return a; })()',
      'SandboxFailedError',
    ],
    ['an error that bites', 'Promise.reject({ get message() { throw 1; } })', 'SandboxFailedError'],
    ['nothing to read', 'Promise.reject(null)', 'SandboxFailedError'],
    ['a thenable that never ends', '{ then() {} }', 'SandboxFailedError'],
  ])('%s costs that call, with a reason', async (_, value, name) => {
    const end = (await endOf(run(`return ${value};`))) as Record<string, unknown>;

    expect(end['name']).toBe(name);
    expect(end['message']).toMatch(/^The plugin guest (failed|was stopped): ./);
  });

  it('is plain data: toJSON, prototypes, symbols and functions stay behind', async () => {
    const answer =
      await run(`Object.prototype.toJSON = function () { return { outcome: 'forged' }; };
      class Result { outcome = 'done'; output = { a: 1 }; run() {} [Symbol.toPrimitive]() {} }
      delete Object.prototype.toJSON;
      const result = new Result();
      result.toJSON = () => 'other';
      Object.defineProperty(result, '__proto__', { value: { polluted: 1 }, enumerable: true });
      return result;`);

    expect(answer).toEqual({ outcome: 'done', output: { a: 1 } });
    expect(Object.getPrototypeOf(answer)).toBe(Object.prototype);
  });

  it('cannot reach the host by forged items: ways into prototypes are no host calls', async () => {
    const asked: string[] = [];
    const ports = {
      tasks: {
        async create(task: { title: string }) {
          asked.push(task.title);
          return { taskId: 't' };
        },
      },
    };
    const said = await saying(
      `const refused = [];
      for (const [port, method] of [['tasks', 'constructor'], ['tasks', '__proto__'], ['tasks', 'toString'],
        ['tasks', 'create.call'], ['tasks', 'hasOwnProperty'], ['tasks', '__defineGetter__']]) {
        try { await ports[port][method]({ title: 'x' }); refused.push('answered ' + method); } catch (error) { refused.push(error.code); }
      }
      try { await ports.constructor.constructor('return process')(); } catch { refused.push('no'); }
      await ports.tasks.create({ title: 'right', __proto__: { a: 1 }, get later() { return 1; } });
      return { outcome: 'done', output: { refused: refused.join() } };`,
      { hostCalls: hostCallsOf({ ports }) },
    );

    expect(said['refused']).toBe(`${Array(6).fill('HOST_CALL_REFUSED').join()},no`);
    expect(asked).toEqual(['right']);
  });

  it('takes odd arguments of every function as data or refuses them', async () => {
    const odd = `[undefined, null, 0, -0, NaN, Infinity, 1n, '', Symbol('s'), () => 1, [], {}, new Map(),
      new Proxy({}, {}), Object.create(null), new Date(NaN), new Uint8Array(4), { __proto__: null },
      { toString() { throw 1; } }, new Error('x'), '\\u0000', '\\ud800', Promise.resolve()]`;
    const asked: unknown[][] = [];
    const said = await saying(
      `let ended = 0;
      for (const one of ${odd}) {
        for (const ask of [(a) => ports.tasks.create(a), (a) => ports.tasks.create(1, a), (a) => tools.state.get(a)]) {
          try { await ask(one); } catch {}
          ended += 1;
        }
        for (const say of ['info', 'warn']) { try { tools.log[say](one, one); } catch {} }
        try { tools.translate(one, one); } catch {}
      }
      return { outcome: 'done', output: { ended } };`,
      { hostCalls: async (path: string, args: unknown[]) => void asked.push([path, ...args]) },
    );

    expect(said).toEqual({ ended: 69 });
    expect(asked.length).toBeGreaterThan(69);
  });
});

describe('what others do with prototypes', () => {
  it('stays in its run: pollution reaches neither the host nor the next run', async () => {
    await run(`Object.prototype.polluted = 1; Array.prototype.map = () => ['forged'];
      JSON.parse = () => { throw 1; }; Promise.prototype.then = () => {}; Map.prototype.get = () => 1;
      return { outcome: 'done' };`).catch(() => undefined);
    const body = `return { outcome: 'done', output: { polluted: typeof ({}).polluted, map: [1].map((x) => x + 1)[0] } };`;

    expect(await saying(body, { administrationId: 'other' })).toEqual({
      polluted: 'undefined',
      map: 2,
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('goes not in by JSON: `__proto__` in what it is given is no prototype', async () => {
    const input = JSON.parse('{"config":{"__proto__":{"isAdmin":true}},"claim":{}}') as unknown;
    const said = await saying(
      `return { outcome: 'done', output: { isAdmin: String(config.isAdmin), own: Object.keys(config).join() } };`,
      { input },
    );

    expect(said).toEqual({ isAdmin: 'undefined', own: '' });
  });
});
