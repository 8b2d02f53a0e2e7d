import { DomainError } from '../errors.ts';
import { isPortName, PORT_NAMES } from '../ports/port-types.ts';
import { actionFiles } from './action-files.ts';
import type { ScaffoldChoice, ScaffoldFile } from './scaffold-file.ts';
import { sharedFiles } from './shared-files.ts';
import { smsFiles } from './sms-files.ts';
import { stubFiles } from './stub-files.ts';

/** What is asked for cannot be made: a name that is no id, a port that does not exist. */
export class ScaffoldRefusedError extends DomainError {
  readonly code = 'SCAFFOLD_REFUSED';
  readonly status = 422;
}

const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ID_MAX = 60;

/** Throws a ScaffoldRefusedError. */
export function scaffoldPlugin(choice: ScaffoldChoice): ScaffoldFile[] {
  const { id, kind, port = 'sms' } = choice;
  if (!KEBAB_CASE.test(id) || id.length > ID_MAX) {
    throw new ScaffoldRefusedError(
      `"${id}" cannot be the name of a plugin: use lower-case words with hyphens, such as my-plugin.`,
      { id },
    );
  }
  if (kind === 'action') return [...sharedFiles(choice), ...actionFiles(id)];
  if (!isPortName(port)) {
    throw new ScaffoldRefusedError(
      `There is no port "${port}". There are: ${PORT_NAMES.join(', ')}.`,
      {
        port,
      },
    );
  }
  if (!id.includes('-')) {
    throw new ScaffoldRefusedError(
      `A connector is called by its kind and its system, such as ${port}-acme; not "${id}".`,
      { id },
    );
  }
  return [...sharedFiles(choice), ...(port === 'sms' ? smsFiles(id) : stubFiles(id, port))];
}
