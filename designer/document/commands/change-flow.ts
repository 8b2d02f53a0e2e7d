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

/** Takes over a whole document, such as an older version that is rolled back to. */
export const replaceFlow = (document: FlowDocument): Command => ({
  label: 'replace',
  apply: (flow) => (JSON.stringify(flow) === JSON.stringify(document) ? flow : document),
});
