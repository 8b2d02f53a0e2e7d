/** Commands that work without a database; of those with verbs of their own, which verbs do. */
const WITHOUT_DATABASE = new Map([
  ['help', null],
  ['statement', null],
  ['flow', new Set(['lint'])],
  ['plugin', new Set(['new', 'dev', 'test', 'check', 'pack', 'keys', 'sign', 'verify'])],
]);
const HELP = new Set(['--help', '-h']);

/** Whether this command line needs a MongoDB server, so that one is not fetched for nothing. */
export function needsDatabase([command, verb, ...rest]) {
  if (command === undefined || command.startsWith('-')) return false;
  if ([verb, ...rest].some((word) => HELP.has(word))) return false;
  if (!WITHOUT_DATABASE.has(command)) return true;
  const verbs = WITHOUT_DATABASE.get(command);
  return verbs !== null && verb !== undefined && !verbs.has(verb);
}
