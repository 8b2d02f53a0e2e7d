import type { CalendarDate } from '../../calendar-date.ts';
import type { Claim } from '../../claim.ts';
import type { NodeContext } from '../../node.ts';
import { aClaim } from '../a-claim.ts';
import { aScope } from '../fake-tools.ts';

export type ContextOptions<Config> = {
  readonly config: Config;
  /** What differs from `aClaim`. */
  readonly claim?: Partial<Claim>;
  readonly today?: CalendarDate;
};

/** What a node is given, for an instance that started a week ago. */
export function aNodeContext<Config>({
  config,
  claim = {},
  today = '2026-03-15',
}: ContextOptions<Config>): NodeContext<Config> {
  return {
    config,
    claim: aClaim(claim),
    today,
    anchors: { startedOn: '2026-03-08', previousStepOn: '2026-03-08', steps: {} },
    country: { code: 'NL', timeZone: 'Europe/Amsterdam' },
    scope: aScope,
  };
}
