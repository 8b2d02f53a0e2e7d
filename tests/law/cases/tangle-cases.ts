import { chain, mail, waitFor } from '../chain-flow.ts';
import type { LawCases } from './law-case.ts';

/** Letters that lead to one another in all ways, so many that not all is followed. */
const tangle = (size: number) =>
  chain(
    Array.from({ length: size }, (_, index) => [
      waitFor(`w-${index}`, index % 2 ? 'previous-step' : 'due-date', index % 9),
      {
        ...mail(`m-${index}`),
        to: {
          sent: `w-${(index * 7 + 3) % size}`,
          skipped: `w-${(index * 11 + 5) % size}`,
          unreachable: `w-${(index * 13 + 1) % size}`,
          failed: `w-${(index + 1) % size}`,
        },
      },
    ]).flat(),
  );

export const tangleCases: LawCases = {
  LAW_NOT_JUDGED: {
    article: 'art. 6:96 lid 6 BW',
    severity: 'error',
    fix: null,
    triggers: { 'some 1,800 steps': tangle(900), 'some 1,900 of them': tangle(980) },
    nearMisses: { 'ten of them': tangle(5), 'a hundred of them': tangle(50) },
  },
};
