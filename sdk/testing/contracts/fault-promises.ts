import type { OutsideFault } from '../outside/fake-outside.ts';
import type { ContractCheck } from './contract-suite.ts';

/** The codes of the errors that a port throws; `lockedOut` may be missing. */
export type PortCodes = {
  readonly refused: string;
  readonly unavailable: string;
  readonly ambiguous: string;
  readonly lockedOut: string;
};
export const CONNECTOR_CODES: PortCodes = {
  refused: 'CONNECTOR_REFUSED',
  unavailable: 'CONNECTOR_UNAVAILABLE',
  ambiguous: 'CONNECTOR_AMBIGUOUS',
  lockedOut: 'CONNECTOR_LOCKED_OUT',
};

/** What is promised of a method when the other side fails so. */
export type FaultPromise = {
  readonly fault: OutsideFault;
  readonly words: string;
  readonly about: ContractCheck['about'];
  readonly onlyActs?: boolean;
  codes(codes: PortCodes, given: { acts: boolean; isIdempotent: boolean }): readonly string[];
};
/** When it may have been done: an idempotent connector may say "try again", another must not. */
const perhapsDone: FaultPromise['codes'] = ({ ambiguous, unavailable }, { acts, isIdempotent }) =>
  !acts ? [unavailable, ambiguous] : isIdempotent ? [ambiguous, unavailable] : [ambiguous];

export const FAULTS: readonly FaultPromise[] = [
  {
    fault: 'busy',
    words: 'can be tried again when the other side is busy (503)',
    about: 'retry',
    codes: ({ unavailable }) => [unavailable],
  },
  {
    fault: 'too-many',
    words: 'can be tried again when it asked too often (429)',
    about: 'retry',
    codes: ({ unavailable }) => [unavailable],
  },
  {
    fault: 'refuses',
    words: 'is refused for good when the other side says so (422)',
    about: 'contract',
    codes: ({ refused }) => [refused],
  },
  {
    fault: 'locked',
    words: 'asks for a person when the other side does not let it in (401)',
    about: 'contract',
    codes: ({ lockedOut }) => [lockedOut],
  },
  {
    fault: 'lost',
    words: 'does not pretend to know what happened when no answer came',
    about: 'timeouts',
    codes: perhapsDone,
  },
  {
    fault: 'garbage',
    words: 'does not take the page of a proxy for an answer',
    about: 'contract',
    codes: perhapsDone,
  },
];
