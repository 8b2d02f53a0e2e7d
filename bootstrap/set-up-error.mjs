/** Something the person at the keyboard can act on; printed as one paragraph, without a stack. */
export class SetUpError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'SetUpError';
  }
}

const ADVICE_BY_CODE = {
  ENOSPC: 'The disk is full. Make some room and run the same command again.',
  EDQUOT: 'Your disk quota is used up. Make some room and run the same command again.',
  EROFS: 'The disk is mounted read-only.',
  EACCES: 'This user may not write there. Check who owns the folder.',
  EPERM: 'This user may not do that there. Check who owns the folder.',
  EMFILE: 'Too many files are open. Raise the limit with `ulimit -n 4096`.',
};

/** One paragraph for a person: what failed, and what to do when that is known. */
export function explain(error) {
  if (error instanceof SetUpError) return error.message;
  const advice = ADVICE_BY_CODE[error.code];
  const where = error.path ? ` (${error.path})` : '';
  if (advice) return `${advice} What the system said: ${error.message}${where}`;
  return `The set-up stopped on something unexpected. ${error.stack ?? error.message}`;
}

/** Runs an entry; the exit code is its answer, or 1 with an explanation on stderr. */
export async function runEntry(entry) {
  try {
    process.exitCode = await entry();
  } catch (error) {
    console.error(`\n${explain(error)}`);
    process.exitCode = 1;
  }
}
