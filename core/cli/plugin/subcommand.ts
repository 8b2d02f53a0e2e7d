import {
  type Command,
  type CommandDefinition,
  defineCommand,
  type OptionSpecs,
} from '../command.ts';

/** One of the things `inning plugin` does: a command of its own, whose name is `plugin VERB`. */
export type Subcommand = Command & { readonly summary: string };

export type SubcommandDefinition<Specs extends OptionSpecs> = CommandDefinition<Specs> & {
  /** One line for `inning plugin --help`. */
  readonly summary: string;
};

export function defineSubcommand<const Specs extends OptionSpecs>(
  definition: SubcommandDefinition<Specs>,
): Subcommand {
  return { ...defineCommand(definition), summary: definition.summary };
}
