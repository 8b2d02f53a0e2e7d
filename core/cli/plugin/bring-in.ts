import { createInterface } from 'node:readline/promises';
import { sayMessage } from '@inning/sdk';
import type { App } from '../../app.ts';
import type { Agency } from '../../domain/agencies/index.ts';
import { type InstalledPluginView, installedView } from '../../host/index.ts';
import { askTexts } from '../../packages/index.ts';
import type { CommandIo, ExitCode } from '../command.ts';

const BY = 'a person at the command line of the server';

export type BringIn = {
  readonly agency: Agency;
  readonly bytes: Uint8Array;
  /** Agrees to what it asks without a question. */
  readonly isYes: boolean;
};

/** Takes a package for an agency: shows what it newly asks, and installs it when somebody agrees. */
export async function bringIn(app: App, what: BringIn, io: CommandIo): Promise<ExitCode> {
  const installed = app.host.installed;
  if (!installed) return 1;
  const { installer, door } = installed;
  const agencyId = what.agency._id;
  const offered = await installer.offer(agencyId, what.bytes, BY);
  const view = await installedView(offered, door);
  const { pending } = view;
  if (pending === null) {
    io.out(`${view.id} ${view.version} is in use at ${what.agency.name}`);
    return 0;
  }
  sayAsked(view, io);
  if (!what.isYes && !(await agrees(io))) {
    io.err(`Nothing was installed; ${view.id} ${pending.version} waits for consent.`);
    return 1;
  }
  const row = await installer.consent(agencyId, view.id, { hash: pending.asksHash, by: BY });
  io.out(`${view.id} ${row.version} is in use at ${what.agency.name}`);
  return 0;
}

function sayAsked({ id, version, pending, publisher }: InstalledPluginView, io: CommandIo): void {
  if (!pending) return;
  const by = (pending.publisher ?? publisher)?.name ?? 'somebody who is not known here';
  const news = pending.asks.filter((ask) => ask.isNew);
  io.out(`${id} ${pending.version} of ${by}${version === null ? '' : ` (in use: ${version})`}`);
  if (news.length === 0) io.out('It asks for nothing.');
  else io.out(version === null ? 'It asks for:' : 'It newly asks for:');
  for (const { message, isMoney } of news) {
    io.out(`  - ${sayMessage(askTexts, message, 'en')}${isMoney ? ' (money)' : ''}`);
  }
}

/** Only a person at a terminal can be asked; anybody else says --yes. */
async function agrees({ err }: CommandIo): Promise<boolean> {
  if (!process.stdin.isTTY) {
    err('Say --yes to agree to this.');
    return false;
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await asking.question('Agree? [y/N] ')).trim());
  } finally {
    asking.close();
  }
}
