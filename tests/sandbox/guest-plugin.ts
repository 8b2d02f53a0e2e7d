import { createHash } from 'node:crypto';
import type { HostCalls, PluginCode, SandboxCall } from '../../core/sandbox/index.ts';

/**
 * A plugin `guest` with the action `guest.run` and the condition `guest.check`, whose bodies are these
 * lines. They see `config`, `claim`, `ports`, `tools`, `scope` and, in the condition, `evaluate`.
 */
export function guestPlugin(
  body: string,
  { top = '', check = "return { outcome: 'done' };" } = {},
) {
  return codeOf(`${top}
const words = { en: 'guest' };
const base = { version: 1, title: words, description: words, icon: 'x', outcomes: { done: words }, config: { type: 'object' } };
export const plugin = {
  id: 'guest', version: '1.0.0', sdk: '^0.1.0', title: words, description: words, settings: { type: 'object' },
  setup(host) {
    host.texts.add({ 'guest.said': { en: 'Paid {openCents}', nl: 'Betaald {openCents}' } });
    host.actions.add({ ...base, kind: 'action', id: 'guest.run', ports: ['tasks'],
      async run({ config, claim, ports, tools, scope, idempotencyKey }) {
${body}
      } });
    host.conditions.add({ ...base, kind: 'condition', id: 'guest.check',
      decide({ config, claim, evaluate, scope }) {
${check}
      } });
  },
};
`);
}

export function codeOf(source: string): PluginCode {
  return { id: 'guest', sha256: createHash('sha256').update(source).digest('hex'), source };
}

export const nothingToAsk: HostCalls = async () => null;

/** A call of `guest.run` for an administration of that agency. */
export function callOf(code: PluginCode, changes: Partial<SandboxCall> = {}): SandboxCall {
  return {
    agencyId: 'agency-a',
    administrationId: 'books',
    code,
    target: { kind: 'action', node: 'guest.run' },
    input: { config: {}, claim: { openCents: 12_500 }, idempotencyKey: 'k' },
    settings: {},
    hostCalls: nothingToAsk,
    now: new Date('2026-03-30T10:00:00Z'),
    ...changes,
  };
}
