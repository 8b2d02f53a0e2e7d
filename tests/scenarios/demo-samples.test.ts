import { wholeStatement } from '@inning/sdk/bank';
import type { BankStatement, ImportItem } from '@inning/sdk';
import { fakeTools } from '@inning/sdk/testing';
import { isValidIBAN } from 'ibantools';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegistries } from '../../core/app.ts';
import { sampleFiles } from '../../core/cli/demo/files/sample-files.ts';
import { loadConfig } from '../../core/config/index.ts';
import { chooseReader } from '../../core/domain/files/index.ts';
import { createLog } from '../../core/http/observe/log.ts';

const EVERYWHERE = { agencyId: null, administrationId: null };
const files = await sampleFiles();
const items = new Map<string, ImportItem[]>();
const statements: BankStatement[] = [];

beforeAll(async () => {
  const config = { ...loadConfig({}), secret: '', publicUrl: '' };
  const registries = await loadRegistries(config, createLog({ level: 'silent' }));
  const importers = registries
    .port('invoice-import')
    .map(({ pluginId, factory }) => ({ id: pluginId, port: factory({}, EVERYWHERE, fakeTools()) }));
  const readers = registries
    .port('bank-statement')
    .map(({ pluginId, factory }) => ({ id: pluginId, port: factory({}, EVERYWHERE, fakeTools()) }));

  for (const file of files.invoices) {
    const read = await all(chooseReader(importers, file).port.read(file, {}));
    items.set(file.name, read);
  }
  for (const file of files.statements) {
    const read = await all(chooseReader(readers, file).port.read(file));
    statements.push(...read.map(wholeStatement));
  }
});

async function all<T>(read: Iterable<T> | AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of read) found.push(one);
  return found;
}

const invoices = () =>
  [...items.values()].flat().flatMap((item) => ('invoice' in item ? [item.invoice] : []));

describe('the sample files', () => {
  it('are read without a refusal or a remark', () => {
    const odd = [...items].flatMap(([name, read]) =>
      read
        .filter((item) => 'refused' in item || item.warnings.length > 0)
        .map((item) => [name, item]),
    );

    expect(odd).toEqual([]);
    expect(statements.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it('show every format: two kinds of letters, a credit note and a PDF inside', () => {
    const bytesOf = (name: string) => files.invoices.find((file) => file.name === name)?.bytes;
    const utf8 = new TextDecoder('utf-8', { fatal: true });

    expect(() => utf8.decode(bytesOf('facturen-2025.csv'))).toThrow();
    expect(Array.from(bytesOf('facturen-2026.csv') ?? []).slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect(invoices().map(({ debtor }) => debtor.name)).toContain('Eetcafé Het Anker');
    expect(invoices().filter(({ kind }) => kind === 'credit-note')).toMatchObject([
      { number: '2026-9001', correctsNumber: '2026-0024' },
    ]);
    const documents = invoices().flatMap((invoice) => invoice.documents);
    expect(documents.map(({ name }) => name)).toEqual(['factuur-2026-0025.pdf']);
    const head = new TextDecoder('latin1').decode(documents[0]?.bytes.slice(0, 8));
    expect(head).toBe('%PDF-1.4');
  });

  it('hold account numbers that pass their checks, and addresses that nobody has', () => {
    const accounts = statements.flatMap(({ account, lines }) => [
      account,
      ...lines.flatMap(({ counterpartyAccount }) => counterpartyAccount ?? []),
    ]);
    const mails = invoices().flatMap(({ debtor }) => debtor.email ?? []);

    expect(accounts.filter((account) => !isValidIBAN(account))).toEqual([]);
    expect(mails.filter((mail) => !mail.endsWith('.example'))).toEqual([]);
  });
});
