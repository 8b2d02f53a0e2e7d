import { isValidObjectId } from 'mongoose';
import type { FailedEvents } from '../../events/index.ts';
import { toId } from '../../store/index.ts';
import { UsageError } from '../cli.errors.ts';
import { type CommandIo, defineCommand, type ExitCode } from '../command.ts';
import { withApp } from '../open-app.ts';

export const eventsCommand = defineCommand({
  name: 'events',
  usage: ['events failed [--json]', 'events retry ID...'],
  about: [
    'Shows events that a listener kept failing at, and why; exit code 1 when there are any.',
    '`retry` passes events on again to the listeners that failed, once their cause is mended.',
  ].join('\n'),
  options: { json: { type: 'boolean', help: 'one JSON object per line' } },
  words: { min: 1, max: 100 },
  async run({ options, words }, io) {
    const [verb, ...ids] = words;
    if (verb === 'failed' && ids.length === 0) {
      return withApp(io, ({ failedEvents }) => list(failedEvents, options.json, io));
    }
    if (verb === 'retry' && ids.length > 0) {
      const wrong = ids.find((id) => !/^[0-9a-f]{24}$/.test(id) || !isValidObjectId(id));
      if (wrong) throw new UsageError(`"${wrong}" is not the id of an event.`);
      return withApp(io, ({ failedEvents }) => retry(failedEvents, ids, io));
    }
    throw new UsageError('Say `inning events failed` or `inning events retry ID...`.');
  },
});

async function list(events: FailedEvents, isJson: boolean, io: CommandIo): Promise<ExitCode> {
  const rows = await events.list();
  for (const row of rows) {
    const id = row._id.toHexString();
    const failures = row.failures.map(({ listener, error }) => ({ listener, error }));
    if (isJson) io.out(JSON.stringify({ id, event: row.name, at: row.at, failures }));
    else {
      io.out(`${id}  ${row.name}  ${row.at.toISOString()}`);
      for (const { listener, error } of failures) io.out(`    ${listener}: ${error}`);
    }
  }
  if (rows.length === 0) io.err('No event has failed.');
  return rows.length === 0 ? 0 : 1;
}

async function retry(events: FailedEvents, ids: readonly string[], io: CommandIo) {
  let missing = 0;
  for (const id of ids) {
    const isThere = await events.retry(toId(id));
    if (!isThere) missing += 1;
    io.out(`${id}  ${isThere ? 'is passed on again' : 'is not a failed event'}`);
  }
  return missing > 0 ? 3 : 0;
}
