import type { NodePorts } from '../../ports/node-ports.ts';
import { message } from '../../message.ts';

/** One thing that an action asked of the platform: `tasks.create` with what it gave. */
export type AskedOfPlatform = { readonly call: string; readonly args: readonly unknown[] };

export type FakeNodePorts = {
  readonly ports: NodePorts;
  readonly asked: readonly AskedOfPlatform[];
};

/** A platform that does what it is asked and remembers it. `refusesMail`: no letter can be sent. */
export function fakeNodePorts(options: { readonly refusesMail?: boolean } = {}): FakeNodePorts {
  const asked: AskedOfPlatform[] = [];
  const note = (call: string, ...args: unknown[]) => void asked.push({ call, args });
  const ports: NodePorts = {
    mail: {
      async send(letter) {
        note('mail.send', letter);
        return options.refusesMail
          ? { refused: message('mail.refused') }
          : { communicationId: `00000000000000000000010${asked.length % 10}` };
      },
    },
    tasks: {
      async create(task) {
        note('tasks.create', task);
        return { taskId: `00000000000000000000020${asked.length % 10}` };
      },
    },
    costs: {
      announce: async () => (note('costs.announce'), { invoiceCount: 1 }),
      makeClaimable: async () => (note('costs.makeClaimable'), { invoiceCount: 1 }),
    },
    debtor: { pause: async (until, reason) => note('debtor.pause', until, reason) },
    flow: {
      stop: async (reason) => note('flow.stop', reason),
      switchTo: async (flow, mode) => note('flow.switchTo', flow, mode),
    },
    scripts: { run: async (source) => (note('scripts.run', source), 'yes') },
  };
  return { ports, asked };
}
