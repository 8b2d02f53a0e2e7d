import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { App } from '../../app.ts';
import {
  checkRotation,
  createTrustService,
  KeyRotationInvalidError,
  keyIdOf,
  type Publisher,
  readPublicKey,
  type RevocationKind,
  type TrustService,
} from '../../packages/index.ts';
import { NotFoundHereError, UsageError } from '../cli.errors.ts';
import type { CommandIo, ExitCode } from '../command.ts';
import { withApp } from '../open-app.ts';
import { defineSubcommand } from './subcommand.ts';

const BY = 'a person at the command line of the server';
const KINDS: readonly string[] = ['key', 'version', 'content'] satisfies RevocationKind[];

type Asked = {
  readonly words: readonly string[];
  readonly name: string | undefined;
  readonly reason: string | undefined;
  readonly isJson: boolean;
};
type Tools = { readonly trust: TrustService; readonly io: CommandIo };

export const trustSubcommand = defineSubcommand({
  name: 'plugin trust',
  summary: 'say whose plugins may be installed here, and withdraw some',
  usage: [
    'plugin trust list [--json]',
    'plugin trust add PUBFILE --name NAME',
    'plugin trust rotate STATEMENT.json',
    'plugin trust remove NAME',
    'plugin trust revoke key|version|content SUBJECT --reason TEXT',
  ],
  about: [
    'For the operator. A version is named as ID@VERSION, a key by its fingerprint, a content by the',
    'SHA-256 of the package, its manifest or its code.',
  ].join('\n'),
  options: {
    name: { type: 'string', value: 'NAME', help: 'who the publisher is' },
    reason: { type: 'string', value: 'TEXT', help: 'why it is withdrawn; people read it' },
    json: { type: 'boolean', help: 'JSON instead of sentences' },
  },
  words: { min: 1, max: 3 },
  async run({ options, words: [verb = '', ...words] }, io) {
    const work = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
    if (!work) throw new UsageError(`Say one of: ${Object.keys(VERBS).join(', ')}.`);
    const { name, reason, json: isJson } = options;
    const task = await work({ words, name, reason, isJson }, io);
    return withApp(io, (app) => task(toolsOf(app, io)));
  },
});

const toolsOf = ({ store, clock }: App, io: CommandIo): Tools => ({
  trust: createTrustService({ store, clock }),
  io,
});

type Task = (tools: Tools) => Promise<ExitCode>;
/** Each looks at its words and files before a database is opened. */
const VERBS: Readonly<Record<string, (asked: Asked, io: CommandIo) => Promise<Task>>> = {
  async list({ isJson }) {
    return async ({ trust, io }) => {
      const [publishers, revocations] = await Promise.all([
        trust.listPublishers(),
        trust.listRevocations(),
      ]);
      if (isJson) io.out(JSON.stringify({ publishers, revocations }));
      else for (const line of publishers.flatMap(sayPublisher)) io.out(line);
      for (const { kind, subject, reason } of isJson ? [] : revocations) {
        io.out(`revoked ${kind} ${subject}: ${reason}`);
      }
      return 0;
    };
  },
  async add({ words: [file], name }, io) {
    if (!file || !name) throw new UsageError('Say whom: plugin trust add PUBFILE --name NAME.');
    const publicKey = readPublicKey(await readFile(resolve(io.cwd, file), 'utf8'));
    return async ({ trust, io: { out } }) => {
      for (const line of sayPublisher(await trust.addPublisher(name, publicKey, BY))) out(line);
      return 0;
    };
  },
  async rotate({ words: [file] }, io) {
    if (!file) throw new UsageError('Name the statement: plugin trust rotate STATEMENT.json.');
    const statement = checkRotation(parse(await readFile(resolve(io.cwd, file), 'utf8')));
    return async ({ trust, io: { out } }) => {
      const oldKeyId = keyIdOf(statement.oldKey);
      const owner = (await trust.listPublishers()).find(({ keys }) =>
        keys.some(({ keyId }) => keyId === oldKeyId),
      );
      if (!owner) throw new NotFoundHereError(`No publisher here has the key ${oldKeyId}.`);
      for (const line of sayPublisher(await trust.addKey(owner._id, statement, BY))) out(line);
      return 0;
    };
  },
  async remove({ words: [named] }) {
    if (!named) throw new UsageError('Say whom: plugin trust remove NAME.');
    return async ({ trust, io }) => {
      const found = (await trust.listPublishers()).find(({ name }) => name === named);
      if (!found) throw new NotFoundHereError(`There is no publisher called ${named}.`);
      await trust.removePublisher(found._id);
      io.out(`${named} is no longer trusted`);
      return 0;
    };
  },
  async revoke({ words: [kind = '', subject], reason }) {
    if (!KINDS.includes(kind) || !subject || !reason) {
      throw new UsageError('Say: plugin trust revoke key|version|content SUBJECT --reason TEXT.');
    }
    return async ({ trust, io }) => {
      await trust.revoke({ kind: kind as RevocationKind, subject, reason, by: BY });
      io.out(`revoked ${kind} ${subject}: ${reason}`);
      return 0;
    };
  },
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new KeyRotationInvalidError('the file is not JSON');
  }
}

const sayPublisher = ({ name, keys }: Publisher): string[] =>
  keys.map(({ keyId }) => `trusted ${name} key ${keyId}`);
