/** 0 done · 1 it failed or has findings · 2 used wrongly · 3 not found or not reachable. */
export type ExitCode = 0 | 1 | 2 | 3;

export type OptionSpec = {
  readonly type: 'string' | 'boolean';
  /** May be given several times. */
  readonly multiple?: boolean;
  /** What stands for the value in the help: `NUMBER`. */
  readonly value?: string;
  readonly help: string;
};
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export type OptionValues<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends { readonly type: 'boolean' }
    ? boolean
    : Specs[Name] extends { readonly multiple: true }
      ? readonly string[]
      : string | undefined;
};

/** Where a command prints and what it may know of its surroundings. */
export type CommandIo = {
  /** What was asked for: on stdout, so that it can be piped. */
  readonly out: (line: string) => void;
  /** A part of what is on stdout, for a line that is too long to be made at once. */
  readonly write?: (text: string) => void;
  /** Remarks and progress: on stderr. */
  readonly err: (line: string) => void;
  readonly env: NodeJS.ProcessEnv;
  /** Files that a command names are looked for from here. */
  readonly cwd: string;
};

export type CommandInput<Specs extends OptionSpecs = OptionSpecs> = {
  readonly options: OptionValues<Specs>;
  readonly words: readonly string[];
};

export type CommandDefinition<Specs extends OptionSpecs = OptionSpecs> = {
  readonly name: string;
  /** Lines after `inning`: `import FILE... [options]`. */
  readonly usage: readonly string[];
  readonly about: string;
  readonly options: Specs;
  /** How many words it takes besides options. */
  readonly words?: { readonly min: number; readonly max: number };
  /** Every word is passed on as it is: the command reads its options itself. */
  readonly takesAnything?: boolean;
  /** The help of what the words name, for a command that is several; null tells its own. */
  helpFor?(words: readonly string[]): Promise<string | null>;
  run(input: CommandInput<Specs>, io: CommandIo): Promise<ExitCode>;
};

/** A command of any options, as the frame handles it. */
export type Command = Omit<CommandDefinition, 'run'> & {
  run(input: CommandInput<never>, io: CommandIo): Promise<ExitCode>;
};

export function defineCommand<const Specs extends OptionSpecs>(
  definition: CommandDefinition<Specs>,
): Command {
  return definition as unknown as Command;
}

/** A command as the list knows it; its code is read only when it is asked for. */
export type ListedCommand = {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
};
