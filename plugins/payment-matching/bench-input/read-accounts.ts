import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountInput } from '../book/book-input.ts';
import { MatchInputError } from './match-input.errors.ts';
import { fieldsOf } from './read-fields.ts';
import { parseObject } from './read-json-lines.ts';

export type Accounts = {
  readonly administrations: readonly { readonly id: string; readonly name: string }[];
  readonly accounts: readonly AccountInput[];
};

/** The creditors and their accounts, which are few; throws `MatchInputError`. */
export async function readAccounts(folder: string): Promise<Accounts> {
  const name = 'administrations.json';
  const path = join(folder, name);
  if (!existsSync(path)) throw new MatchInputError(name, 'this file is missing');
  const all = fieldsOf(parseObject(await readFile(path, 'utf8'), name), name);
  return {
    administrations: all.rows('administrations').map((row) => {
      const fields = fieldsOf(row, name);
      return { id: fields.text('administrationId'), name: fields.maybeText('name') ?? '' };
    }),
    accounts: all.rows('accounts').map((row) => {
      const fields = fieldsOf(row, name);
      return {
        iban: fields.text('iban'),
        holder: fields.maybeText('holder') ?? '',
        administrationIds: fields.texts('administrationIds'),
      };
    }),
  };
}
