import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { BankLine } from '@inning/sdk';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Lines in a tenth of their room; done beside the other work of this process. */
export const packPart = (lines: readonly BankLine[]): Promise<Buffer> =>
  deflate(JSON.stringify(lines), { level: 1 });

/** What the database gives back of a packed part is a view on its bytes. */
export async function unpackPart(packed: unknown): Promise<readonly BankLine[]> {
  const bytes = (packed as { readonly buffer?: Uint8Array }).buffer ?? (packed as Uint8Array);
  return JSON.parse(String(await inflate(bytes))) as BankLine[];
}
