import { type ContractCheck, expectThat, failureOf, type PortBench } from './contract-suite.ts';

const GARBAGE = {
  name: 'notes.txt',
  bytes: Uint8Array.from('Remember the milk.\n', (sign) => sign.charCodeAt(0)),
};

/** What is promised of every port that reads files. They need files of the author: `examples.json`. */
export function fileChecks(options: readonly unknown[]): ContractCheck[] {
  const check = (name: string, run: (bench: PortBench) => Promise<void>): ContractCheck => ({
    name,
    about: 'contract',
    run: async (open) => run(await open()),
  });
  const read = async (bench: PortBench, file: object) =>
    asList(await bench.call('read', file, ...options));

  return [
    check('recognises its own files, and no others', async (bench) => {
      expectThat(bench.files.length > 0, 'examples.json names no files to read');
      for (const file of bench.files) {
        const sure = await bench.call('recognise', file);
        expectThat(
          typeof sure === 'number' && sure > 0 && sure <= 1,
          `${file.name}: ${String(sure)}`,
        );
      }
      const sure = await bench.call('recognise', GARBAGE);
      expectThat(sure === 0, `it says ${String(sure)} to a shopping list`);
    }),
    check('reads the same from the same file', async (bench) => {
      for (const file of bench.files) {
        const [once, twice] = [await read(bench, file), await read(bench, file)];
        expectThat(once.length > 0, `${file.name}: nothing was read`);
        expectThat(JSON.stringify(once) === JSON.stringify(twice), `${file.name} differs`);
      }
    }),
    check('refuses what it cannot read, and names the file', async (bench) => {
      const { code, message } = await failureOf(read(bench, GARBAGE), 'another file');
      expectThat(code === 'FILE_UNREADABLE', `it threw ${code ?? 'something untyped'}: ${message}`);
      expectThat(message.includes(GARBAGE.name), `the error does not name the file: ${message}`);
    }),
  ];
}

/** In the sandbox a list, in this process perhaps still to be read. */
async function asList(answer: unknown): Promise<unknown[]> {
  const list: unknown[] = [];
  for await (const one of answer as AsyncIterable<unknown>) list.push(one);
  return list;
}
