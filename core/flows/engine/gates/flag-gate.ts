import {
  type ActionDefinition,
  addDays,
  type DebtorFlag,
  message,
  type Message,
  type StoppableDeed,
} from '@inning/sdk';
import { activeFlags } from '../../../domain/debtors/index.ts';
import type { Walk } from '../walking/index.ts';
import type { Gate } from './gate.ts';

/** Clearing a note wakes the instance; this is the safety net. */
const LOOK_AGAIN_DAYS = 7;

/** What is noted of the debtor stops this, by the rules of the country; null when nothing does. */
export function flagGate(walk: Walk, deeds: readonly StoppableDeed[]): Gate | null {
  for (const { flag } of activeFlags(walk.situation.facts.debtor)) {
    for (const deed of deeds) {
      const because = stopOf(walk, flag, deed);
      if (!because) continue;
      return {
        gate: 'flagged',
        because,
        wakeAt: walk.sendTimeOn(addDays(walk.today, LOOK_AGAIN_DAYS)),
      };
    }
  }
  return null;
}

function stopOf({ situation }: Walk, flag: DebtorFlag, deed: StoppableDeed): Message | null {
  const { country } = situation.facts;
  return country.flagStop
    ? country.flagStop({ flag, deed })
    : message('flow.gate.flagged', { flag });
}

/** What an action does beside reaching the debtor that a note may stop. */
export function stoppableDeeds({ ports, meaning = [] }: ActionDefinition): StoppableDeed[] {
  return [
    ...(ports.includes('costs') ? (['costs'] as const) : []),
    ...(meaning.some(({ does }) => does === 'hand-over') ? (['hand-over'] as const) : []),
  ];
}
