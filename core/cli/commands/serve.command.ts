import { defineCommand } from '../command.ts';
import { openApp } from '../open-app.ts';
import { runUntilStopped } from '../run-until-stopped.ts';

export const serveCommand = defineCommand({
  name: 'serve',
  usage: ['serve'],
  about: 'Runs the web server only. What happens by itself is done by `inning work` elsewhere.',
  options: {},
  async run(_, io) {
    const opened = await openApp(io, { create: true, isService: true });
    io.out(`Inning is serving at ${await opened.app.serve()}`);
    const wasAsked = await runUntilStopped({ stop: opened.close, lost: opened.lost, say: io.err });
    return wasAsked ? 0 : 1;
  },
});
