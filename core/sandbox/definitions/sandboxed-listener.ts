import type { EventListener, EventName } from '@inning/sdk';
import type { PluginCode } from '../sandbox.ts';
import { hostCallsOf } from './host-calls.ts';
import type { SandboxedDeps } from './sandboxed-nodes.ts';

/** The listener at that place of the description, working in the sandbox. */
export function sandboxedListener(
  index: number,
  code: PluginCode,
  { sandbox }: SandboxedDeps,
): EventListener<EventName> {
  return async (event, tools) => {
    const { agencyId, administrationId } = event.place;
    await sandbox.run({
      agencyId,
      administrationId,
      code,
      target: { kind: 'listener', index },
      input: event,
      settings: tools.settings,
      hostCalls: hostCallsOf({ tools }),
      now: tools.clock.now(),
    });
  };
}
