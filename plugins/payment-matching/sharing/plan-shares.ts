import { open, readdir, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MatchInputError } from '../bench-input/match-input.errors.ts';
import { type Accounts, readAccounts } from '../bench-input/read-accounts.ts';

export type Statement = { readonly name: string; readonly share: number };
export type Plan = {
  readonly shareCount: number;
  /** In the order in which they are matched. */
  readonly statements: readonly Statement[];
  /** Which share has the invoices of an administration; of one that has no account, the first. */
  readonly shareOf: ReadonlyMap<string, number>;
};

/** From so many bytes of invoices on, reading them twice costs less than matching one after the other. */
const WORTH_SHARING = 50_000_000;
/** A fixed number: what is decided must not depend on the machine. */
const SHARES = 2;

/**
 * Divides a folder of statements: accounts that share an administration stay together, since a payment on
 * an account only concerns its own administrations. Throws `MatchInputError`.
 */
export async function planShares(input: string, worthSharing = WORTH_SHARING): Promise<Plan> {
  const folder = join(input, 'camt053');
  if (!existsSync(folder)) throw new MatchInputError('camt053', 'this folder is missing');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xml')).toSorted();
  const invoices = join(input, 'invoices.json');
  const isLarge = existsSync(invoices) && (await stat(invoices)).size >= worthSharing;
  if (!isLarge) {
    const statements = names.map((name) => ({ name, share: 0 }));
    return { shareCount: 1, statements, shareOf: new Map() };
  }
  const files = await Promise.all(
    names.map(async (name) => ({ name, ...(await headOf(join(folder, name))) })),
  );
  const clusters = clustersOf(await readAccounts(input));
  const shareOfAccount = divide(clusters, files);
  return {
    shareCount: SHARES,
    statements: files.map(({ name, iban }) => ({ name, share: shareOfAccount.get(iban) ?? 0 })),
    shareOf: new Map(
      clusters.flatMap(({ ibans: [iban = ''], administrationIds }) =>
        [...administrationIds].map((id) => [id, shareOfAccount.get(iban) ?? 0]),
      ),
    ),
  };
}

type Cluster = { readonly ibans: string[]; readonly administrationIds: Set<string> };

/** Accounts that have an administration in common, directly or by way of another account. */
function clustersOf({ accounts }: Accounts): Cluster[] {
  let clusters: Cluster[] = [];
  for (const { iban, administrationIds } of accounts) {
    const joined = clusters.filter((one) =>
      administrationIds.some((id) => one.administrationIds.has(id)),
    );
    const cluster = {
      ibans: [iban, ...joined.flatMap(({ ibans }) => ibans)],
      administrationIds: new Set([
        ...administrationIds,
        ...joined.flatMap((one) => [...one.administrationIds]),
      ]),
    };
    clusters = [...clusters.filter((one) => !joined.includes(one)), cluster];
  }
  return clusters;
}

/** The largest first, each to the share that has the least to do so far. */
function divide(
  clusters: readonly Cluster[],
  files: readonly { readonly iban: string; readonly bytes: number }[],
): Map<string, number> {
  const bytesOf = new Map<string, number>();
  for (const { iban, bytes } of files) bytesOf.set(iban, (bytesOf.get(iban) ?? 0) + bytes);
  const weighed = clusters
    .map(({ ibans }) => ({
      ibans,
      bytes: ibans.reduce((sum, iban) => sum + (bytesOf.get(iban) ?? 0), 0),
    }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const loads = Array.from({ length: SHARES }, () => 0);
  const shareOf = new Map<string, number>();
  for (const { ibans, bytes } of weighed) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + bytes;
    for (const iban of ibans) shareOf.set(iban, least);
  }
  return shareOf;
}

const HEAD_BYTES = 8_192;

/** The account stands at the head of a statement; a file holds the statements of one. */
async function headOf(path: string): Promise<{ iban: string; bytes: number }> {
  const file = await open(path);
  try {
    const { size: bytes } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.toString('utf8', 0, bytesRead);
    const [, iban = ''] = /<Acct>\s*<Id>\s*<IBAN>\s*([A-Z0-9]+)/.exec(head) ?? [];
    return { iban, bytes };
  } finally {
    await file.close();
  }
}
