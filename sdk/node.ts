import type { Static, TObject, TSchema } from 'typebox';
import type { CalendarDate } from './calendar-date.ts';
import type { Claim } from './claim.ts';
import type { Channel } from './contact.ts';
import type { Country } from './country.ts';
import type { StartsOn } from './flow/catalogue.ts';
import type { StepMeaning } from './flow/step-meaning.ts';
import type { Localized } from './localized.ts';
import type { Message } from './message.ts';
import type { PluginScope, PluginTools } from './plugin-tools.ts';
import type { NodePorts, NodePortName } from './ports/node-ports.ts';

/** What every node type carries, whatever it does. */
export type NodeBase<Config extends TObject, Outcome extends string> = {
  /** `<plugin>.<verb-noun>` */
  readonly id: string;
  /** Whole number; a change of the config's shape raises it and adds a step to `migrate`. */
  readonly version: number;
  /** `migrate[n]` turns a config of version n into one of n + 1. No gaps. */
  readonly migrate?: Readonly<Record<number, (config: Record<string, unknown>) => object>>;
  readonly title: Localized;
  readonly description: Localized;
  /** A name from the Lucide icon set. */
  readonly icon: string;
  readonly config: Config;
  /** True when the instance ends here: its outcomes need not lead anywhere. */
  readonly isEnd?: boolean;
  /** What it does in the eyes of the law, for the rules of a country. */
  readonly meaning?: readonly StepMeaning[];
  /** Every way out, with its label. */
  readonly outcomes: Readonly<Record<Outcome, Localized>>;
  /**
   * The settings in one line, for cards and lists: `{days} days[: {reason}]`. A field in braces is said
   * as its schema asks; a part in brackets only when there is something to say. Data rather than code,
   * so that it is the same while typing, on the server, and for a plugin in the sandbox.
   */
  readonly summary?: Localized;
};

/** What a node may know when it decides. Nothing here can be changed or awaited. */
export type NodeContext<Config> = {
  readonly config: Config;
  readonly claim: Claim;
  readonly today: CalendarDate;
  /** Where the instance came from; days are civil days of the administration. */
  readonly anchors: Anchors;
  readonly country: Pick<Country, 'code' | 'timeZone'>;
  /** For whom the instance walks. */
  readonly scope: PluginScope;
};

/** A wait may also ask the country pack for holidays and contact hours. */
export type WaitContext<Config> = Omit<NodeContext<Config>, 'country'> & {
  readonly country: Country;
};

export type Anchors = {
  /** The day the instance started. */
  readonly startedOn: CalendarDate;
  /** The day of the last step that really happened; a skipped step hands on the one before. */
  readonly previousStepOn: CalendarDate;
  /** By node id: the day that step happened last. */
  readonly steps: Readonly<Record<string, CalendarDate>>;
};

export type NodeResult<Outcome extends string = string> = {
  readonly outcome: Outcome;
  /** Why it went this way, for the case file. */
  readonly because?: Message;
  /** Small facts worth keeping with the step. */
  readonly output?: Readonly<Record<string, string | number | boolean | null>>;
};

export type ActionDefinition<
  Config extends TObject = TObject,
  Outcome extends string = string,
  Port extends NodePortName = NodePortName,
> = NodeBase<Config, Outcome> & {
  readonly kind: 'action';
  /** Set when it reaches out to the debtor: the contact rules, thresholds and gates apply. */
  readonly contacts?: Channel;
  /** The ports it asks for, and gets no other. */
  readonly ports: readonly Port[];
  /** The outcome when the engine passes over this step (a person skipped it, a missed run). */
  readonly skippedOutcome?: Outcome;
  run(
    context: NodeContext<Static<Config>> & {
      readonly ports: Pick<NodePorts, Port>;
      /** Unique for this visit of this node; pass it on to whatever acts outside. */
      readonly idempotencyKey: string;
      readonly tools: PluginTools;
    },
  ): NodeResult<Outcome> | Promise<NodeResult<Outcome>>;
};

export type ConditionDefinition<
  Config extends TObject = TObject,
  Outcome extends string = string,
> = NodeBase<Config, Outcome> & {
  readonly kind: 'condition';
  decide(
    context: NodeContext<Static<Config>> & { readonly evaluate: EvaluateExpression },
  ): NodeResult<Outcome> | Promise<NodeResult<Outcome>>;
};

/** Evaluates a CEL condition over the claim; the host checks it against the schema before a flow is saved. */
export type EvaluateExpression = (expression: string) => boolean;

export type WaitDefinition<
  Config extends TObject = TObject,
  Outcome extends string = string,
> = NodeBase<Config, Outcome> & {
  readonly kind: 'wait';
  /** The first day on which the instance may go on, with the reason. */
  until(context: WaitContext<Static<Config>>): WaitResult<Outcome>;
};
export type WaitResult<Outcome extends string = string> = {
  readonly on: CalendarDate;
  readonly outcome: Outcome;
  readonly because?: Message;
};

/** A node in which several actions are executed at once (FLOW-06). */
export type GroupDefinition<Config extends TObject = TObject> = NodeBase<
  Config,
  'done' | 'partly-failed'
> & {
  readonly kind: 'group';
  /** The actions in the config; the engine runs each with a key of its own. */
  actions(config: Static<Config>): readonly GroupedAction[];
};
export type GroupedAction = {
  readonly type: string;
  readonly version: number;
  readonly config: Record<string, unknown>;
};

/** What starts an instance. The engine listens for `event` and for the daily scan. */
export type TriggerDefinition<
  Config extends TObject = TObject,
  Outcome extends string = string,
> = NodeBase<Config, Outcome> & {
  readonly kind: 'trigger';
  readonly starts: StartsOn;
};

export type NodeDefinition =
  ActionDefinition | ConditionDefinition | WaitDefinition | GroupDefinition | TriggerDefinition;

type Without<T, K extends string> = Omit<T, K>;

export function defineAction<
  Config extends TObject,
  Outcome extends string,
  Port extends NodePortName,
>(
  definition: Without<ActionDefinition<Config, Outcome, Port>, 'kind'>,
): ActionDefinition<Config, Outcome, Port> {
  return { kind: 'action', ...definition } as ActionDefinition<Config, Outcome, Port>;
}

export function defineCondition<Config extends TObject, Outcome extends string>(
  definition: Without<ConditionDefinition<Config, Outcome>, 'kind'>,
): ConditionDefinition<Config, Outcome> {
  return { kind: 'condition', ...definition } as ConditionDefinition<Config, Outcome>;
}

export function defineWait<Config extends TObject, Outcome extends string>(
  definition: Without<WaitDefinition<Config, Outcome>, 'kind'>,
): WaitDefinition<Config, Outcome> {
  return { kind: 'wait', ...definition } as WaitDefinition<Config, Outcome>;
}

export function defineGroup<Config extends TObject>(
  definition: Without<GroupDefinition<Config>, 'kind'>,
): GroupDefinition<Config> {
  return { kind: 'group', ...definition } as GroupDefinition<Config>;
}

export function defineTrigger<Config extends TObject, Outcome extends string>(
  definition: Without<TriggerDefinition<Config, Outcome>, 'kind'>,
): TriggerDefinition<Config, Outcome> {
  return { kind: 'trigger', ...definition } as TriggerDefinition<Config, Outcome>;
}

export type { TObject, TSchema };
