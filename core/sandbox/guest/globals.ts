import { base64 } from './base64.ts';
import { TextDecoder, TextEncoder } from './text-coding.ts';

// Before any code of others runs: what could share memory, start native code or turn text into code is
// gone. What connectors need to read files is there.
for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'console', 'eval']) {
  Reflect.deleteProperty(globalThis, name);
}

/** Every kind of function has a constructor that takes text; each is reached only by its prototype. */
const KINDS = [function () {}, async function () {}, function* () {}, async function* () {}];

for (const [index, kind] of KINDS.entries()) {
  const prototype = Object.getPrototypeOf(kind) as object;
  function refuse(): never {
    throw new EvalError('Code that is made of text does not run here.');
  }
  Object.defineProperty(refuse, 'name', { value: 'Function' });
  Object.defineProperty(refuse, 'prototype', { value: prototype });
  Object.defineProperty(prototype, 'constructor', { value: refuse });
  if (index === 0) Object.defineProperty(globalThis, 'Function', { value: refuse });
}

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const added = {
  TextEncoder,
  TextDecoder,
  atob: (text: unknown) => {
    let read = '';
    for (const byte of base64.fromBase64(String(text))) read += String.fromCharCode(byte);
    return read;
  },
  btoa: (text: unknown) => base64.toBase64(latin1(String(text))),
};
for (const [name, value] of Object.entries(added)) {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
