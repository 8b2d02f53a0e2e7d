import { type CommandIo, defineCommand } from '../command.ts';
import { fillFirstStart } from '../first-start.ts';
import { openApp } from '../open-app.ts';
import { runUntilStopped } from '../run-until-stopped.ts';

export const startCommand = defineCommand({
  name: 'start',
  usage: ['start [--reset] [--empty]'],
  about: [
    'Runs the whole platform in one process: web server, worker and, without MONGODB_URI, an',
    'embedded database in INNING_DATA_DIR. An empty installation is filled with a demo agency.',
    'PORT and HOST say where it listens. Ctrl-C stops it in good order.',
  ].join('\n'),
  options: {
    reset: { type: 'boolean', help: 'throw the data of the embedded database away first' },
    empty: { type: 'boolean', help: 'leave an empty installation as it is, without a demo agency' },
  },
  async run({ options }, io) {
    const opened = await openApp(quietly(io), {
      create: true,
      reset: options.reset,
      isService: true,
    });
    const { app } = opened;
    const demo = options.empty ? [] : await fillFirstStart(app, io.err);
    const address = await app.serve();
    await app.work();
    io.out(`Inning is running at ${address}`);
    for (const line of demo) io.out(line);
    const wasAsked = await runUntilStopped({ stop: opened.close, lost: opened.lost, say: io.err });
    return wasAsked ? 0 : 1;
  },
});

/** Somebody sits in front of it: what goes well is told in sentences, and logged only when asked for. */
function quietly(io: CommandIo): CommandIo {
  const level = io.env['INNING_LOG_LEVEL'] || 'warn';
  return { ...io, env: { ...io.env, INNING_LOG_LEVEL: level } };
}
