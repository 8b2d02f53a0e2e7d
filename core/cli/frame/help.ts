import type { Command, ListedCommand } from '../command.ts';

export type Summary = Pick<ListedCommand, 'name' | 'summary'>;

/** What `inning --help` prints. */
export function overview(commands: readonly Summary[]): string {
  const lines = commands.map(({ name, summary }) => [name, summary] as const);
  return [
    'Usage: inning COMMAND [options]',
    '',
    ...columns(lines),
    '',
    '`inning COMMAND --help` tells more about one of them.',
    'Exit codes: 0 done, 1 failed or findings, 2 used wrongly, 3 not found or not reachable.',
  ].join('\n');
}

/** What `inning COMMAND --help` prints. */
export function helpOf(command: Command): string {
  const [first, ...rest] = command.usage.map((line) => `inning ${line}`);
  const options = Object.entries(command.options).map(([name, spec]) => {
    const value = spec.type === 'string' ? ` ${spec.value ?? 'VALUE'}` : '';
    return [`--${name}${value}`, spec.help] as const;
  });
  return [
    `Usage: ${first}`,
    ...rest.map((line) => `       ${line}`),
    '',
    command.about,
    '',
    ...columns([...options, ['--help', 'show this']]),
  ].join('\n');
}

function columns(lines: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  return lines.map(([name, text]) => `  ${name.padEnd(width)}${text}`);
}
