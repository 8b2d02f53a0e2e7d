import { type Locale, sayMessage } from '@inning/sdk';
import type { Step } from '../../../core/flows/index.ts';
import { flowTexts, gateTexts, migrationTexts } from '../../../core/flows/index.ts';
import type { Id } from '../../../core/store/index.ts';
import type { FlowWorld } from '../../kit/flow-world.ts';

const QUIET = new Set(['routing.start-when-overdue', 'timing.wait-until']);

/**
 * What happened to a debtor, one line per step with its day: `2026-03-16 reminder-1 sent`. Starts and
 * waits that were over are left out; what parked, held or ended it names the reason.
 */
export async function told(world: FlowWorld, debtorId: Id): Promise<string[]> {
  const lines: string[] = [];
  for (const { _id } of await world.flowsOf(debtorId)) {
    for (const step of await world.stepsOf(_id)) {
      if (step.kind === 'done' && QUIET.has(step.type)) continue;
      lines.push(`${step.on} ${step.nodeId} ${said(step)}`);
    }
  }
  return lines;
}

function said({ kind, outcome, because }: Step): string {
  const code = (because as { code: string } | null)?.code ?? '';
  if (kind === 'done') return outcome ?? '';
  if (kind === 'ended') return `ended ${outcome}`;
  return `${kind} ${code.replace(/^flow\.(gate\.)?/, '')}`;
}

/** The same path as sentences in a language. */
export async function sentences(
  { registries, stepsOf }: FlowWorld,
  instanceId: Id,
  locale: Locale,
): Promise<string[]> {
  const texts = { ...registries.texts, ...flowTexts, ...gateTexts, ...migrationTexts };
  const steps = await stepsOf(instanceId);
  const say = (because: object) => sayMessage(texts, because as never, locale);
  // Amounts are held together by a space that never breaks; stories are typed with an ordinary one.
  return steps.flatMap(({ because }) => (because ? say(because).replaceAll('\u00a0', ' ') : []));
}
