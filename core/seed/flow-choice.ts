import { invariant } from '@inning/sdk';
import type { Id } from '../store/index.ts';

/** Which of the standard flows treats debtors of each payment behaviour, as they come with the project. */
export function flowChoiceOf(flowIds: ReadonlyMap<string, Id>) {
  const of = (slug: string): Id => {
    const id = flowIds.get(slug);
    invariant(id, `the flow ${slug} comes with the project`);
    return id;
  };
  return {
    steady: of('friendly'),
    unknown: of('neutral'),
    fluctuating: of('neutral'),
    erratic: of('strict'),
  };
}
