import { listCode } from './source-files.ts';

/** `row` is how docs/errors.md explains it: code, status, and what the class promises. */
export type ErrorCode = { readonly code: string; readonly path: string; readonly row: string };

const CLASS =
  /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?export (?:abstract )?class \w+ extends [\s\S]*?\n\}/g;

/** Every code that an error class of the product declares. */
export function findErrorCodes(): ErrorCode[] {
  return listCode()
    .filter(({ path }) => /^(core|sdk|plugins|connectors)\//.test(path) && !path.includes('.test.'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(CLASS)].flatMap(([source, comment = '']) => {
        const code = /\breadonly code(?:: string)?(?: =)? '([^']+)'/.exec(source)?.[1];
        const status = /\breadonly status(?:: number)? = (\d+)/.exec(source)?.[1] ?? '';
        const words = toWords(comment) || messageOf(source);
        return code ? [{ code, path, row: `| \`${code}\` | ${status} | ${words} |` }] : [];
      }),
    );
}

function toWords(comment: string): string {
  return comment
    .replace(/^\s*\*/gm, '')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .trim();
}

/** A class whose message says it all needs no comment; what is filled in later becomes dots. */
function messageOf(source: string): string {
  const [, message = ''] = /super\(\s*(?:'([^']*)'|`([^`]*)`)/.exec(source)?.filter(Boolean) ?? [];
  return message.replace(/\$\{[^}]*\}/g, '…');
}
