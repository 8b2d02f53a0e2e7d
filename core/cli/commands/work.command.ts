import { defineCommand } from '../command.ts';
import { openApp } from '../open-app.ts';
import { runUntilStopped } from '../run-until-stopped.ts';

export const workCommand = defineCommand({
  name: 'work',
  usage: ['work'],
  about: 'Runs a worker: flows, events, letters. Any number may share one database.',
  options: {},
  async run(_, io) {
    const opened = await openApp(io, { create: true, isService: true });
    await opened.app.work();
    io.out('Inning is working.');
    const wasAsked = await runUntilStopped({ stop: opened.close, lost: opened.lost, say: io.err });
    return wasAsked ? 0 : 1;
  },
});
