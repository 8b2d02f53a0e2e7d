import type { Finding } from './trial.ts';

const SIGNS: Readonly<Record<Finding['state'], string>> = {
  passed: 'ok  ',
  remark: 'note',
  failed: 'FAIL',
};

/** A line, and below it what is wrong. */
export const sayFinding = ({ state, name, problem }: Finding): string =>
  `${SIGNS[state]} ${name}${problem === null ? '' : `\n       ${problem}`}`;
