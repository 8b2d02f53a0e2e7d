import { fileURLToPath } from 'node:url';

/** The folder with `plugins/`, `connectors/` and `templates/`. */
export const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
