import { base64 } from './base64.ts';
import { TextDecoder, TextEncoder } from './text-coding.ts';

// What could be used to share memory, to start native code or to measure finely is gone before any
// code of others runs; what connectors need to read files is there.
for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'console']) {
  Reflect.deleteProperty(globalThis, name);
}

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const added = {
  TextEncoder,
  TextDecoder,
  atob: (text: unknown) => String.fromCharCode(...base64.fromBase64(String(text))),
  btoa: (text: unknown) => base64.toBase64(latin1(String(text))),
};
for (const [name, value] of Object.entries(added)) {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
