import type { CalendarDate, Claim, NodePorts, PluginTools } from '@inning/sdk';
import type { AnnouncingLetter } from '../../../domain/claims/index.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import type { Instance } from '../../instances/instance.model.ts';
import type { CompiledFlow } from '../drawings/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Effect } from '../moves/index.ts';

/** The outside port of an action: the live engine sends, a simulation only notes. */
export type MailDesk = (letter: {
  readonly instance: Instance;
  readonly key: string;
  readonly nodeId: string;
  readonly claim: Claim;
  readonly facts: Facts;
  readonly today: CalendarDate;
  readonly letter: Parameters<NodePorts['mail']['send']>[0];
  /** What the claim rests on besides what is written: effects of this very walk. */
  readonly pending: readonly Effect[];
  /** The costs that it announces. */
  readonly announces: AnnouncingLetter | null;
}) => Promise<MailAnswer>;

/** With the words as they left, where they are at hand. */
export type MailAnswer = Awaited<ReturnType<NodePorts['mail']['send']>> & {
  readonly text?: string;
};

/** Runs a script of an agency in the sandbox. */
export type RunScript = Sandbox['runScript'];

/** All that is known when it is decided how far an instance goes now. */
export type Situation = {
  readonly flow: CompiledFlow;
  readonly instance: Instance;
  readonly facts: Facts;
  readonly now: Date;
  readonly mail: MailDesk;
  /** Whether a flow of that name can be switched to. */
  readonly canBegin: (slug: string) => Promise<boolean>;
  readonly evaluate: (expression: string, claim: Claim) => boolean;
  /** What the plugin of a node may use. */
  readonly tools: (pluginId: string) => PluginTools;
  readonly runScript: RunScript;
};
