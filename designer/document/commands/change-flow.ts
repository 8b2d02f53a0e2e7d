import type { FlowDocument } from '@inning/sdk';
import type { Command } from '../command.ts';

type Whole = Pick<
  FlowDocument,
  'name' | 'description' | 'subject' | 'goals' | 'settings' | 'country'
>;

/** What holds for the flow as a whole: name, subject, goals, settings. */
export function changeFlow(change: Partial<Whole>): Command {
  const fields = Object.keys(change).sort().join(' ');
  return {
    label: 'settings',
    mark: `flow ${fields}`,
    apply(flow) {
      const next = { ...flow, ...change };
      return JSON.stringify(next) === JSON.stringify(flow) ? flow : next;
    },
  };
}
