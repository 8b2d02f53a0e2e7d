// A worker process: does everything that is due on the clock of the run, until it is killed.
// node worker.entry.ts '<order as JSON>'
import { flushCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { MailPort } from '@inning/sdk';
import { createMailbox } from '../../../connectors/mail-mailbox/folder/mailbox.ts';
import { createMailboxPort } from '../../../connectors/mail-mailbox/mailbox.port.ts';
import { createSmtpMail } from '../../../connectors/mail-smtp/smtp-mail.port.ts';
import { movableClock } from '../../../core/clock.ts';
import { createDocumentRenderer } from '../../../core/documents/index.ts';
import { createSentDocuments } from '../../../core/domain/communications/index.ts';
import { createAutomaticTasks } from '../../../core/domain/tasks/index.ts';
import { createDispatcher, createEventPublisher } from '../../../core/events/index.ts';
import { createFlows } from '../../../core/flows/index.ts';
import { loadPlugins } from '../../../core/host/index.ts';
import { openStore } from '../../../core/store/index.ts';
import type { WorkerOrder, WorkerWord } from './order.ts';
import { readVirtualClock } from './virtual-clock.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const LOOK_AGAIN_MS = 25;

const order = JSON.parse(process.argv[2] ?? '') as WorkerOrder;
const tell = (word: WorkerWord) => void process.send?.(word);
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (details: object, text: string) => {
    const { err } = details as { err?: unknown };
    tell({ kind: 'error', text: `${text}: ${err instanceof Error ? err.stack : String(err)}` });
  },
};

const store = await openStore(order.uri);
const clock = movableClock(await readVirtualClock(store));
const events = createEventPublisher({ store, clock });
const plugins = await loadPlugins({
  projectDir: PROJECT,
  switchedOn: ['timing', 'routing', 'reminders', 'tasks', 'collection-costs', 'country-nl'],
  dataDir: `${PROJECT}tests/output/plugins`,
  log,
});
const port = mailPort();
const flows = createFlows({
  store,
  clock,
  events,
  tasks: createAutomaticTasks({ store, clock, events }),
  nodes: plugins.nodes,
  countries: plugins.countries,
  mailFor: async () => port,
  renderer: createDocumentRenderer({ templatesDir: `${PROJECT}templates/messages` }),
  links: (id) => ({
    payUrl: `https://inning.example/p/${id}/pay`,
    respondUrl: `https://inning.example/p/${id}/respond`,
  }),
  keepDocuments: createSentDocuments(store).keepSent,
  log,
  tuning: { leaseMs: order.leaseMs },
});
const dispatcher = createDispatcher({ store, clock, listeners: flows.listeners, log });

process.on('disconnect', () => process.exit(1));
process.once('message', () => void work());
// One that is killed writes nothing when it ends.
flushCompileCache();
tell({ kind: 'ready' });

/** The jobs of a worker, side by side as they are in a running platform. */
async function work(): Promise<never> {
  for (;;) {
    const now = await readVirtualClock(store);
    clock.moveTo(now);
    const started = await flows.startDue(now);
    const [moved, passed] = await Promise.all([
      flows.wake(now),
      dispatcher.drain(),
      flows.sweep(now),
    ]);
    tell({ kind: 'round', at: now.getTime(), started, moved, passed });
    if (started + moved + passed === 0) await pause(LOOK_AGAIN_MS);
  }
}

function mailPort(): MailPort {
  if (order.mail.kind === 'smtp') {
    const { port: smtpPort } = order.mail;
    return createSmtpMail({
      host: '127.0.0.1',
      port: smtpPort,
      secure: false,
      connections: 5,
      timeoutSeconds: 20,
    });
  }
  const box = createMailboxPort(createMailbox(order.mail.folder));
  return {
    ...box,
    async send(mail) {
      tell({ kind: 'mail', phase: 'before-answer' });
      const answer = await box.send(mail);
      tell({ kind: 'mail', phase: 'after-answer' });
      return answer;
    },
  };
}
