import { diffFlows, type FlowDocument, type FlowNode } from '@inning/sdk';
import { shippedFlows } from '../../core/flows/index.ts';
import type { Hand } from './drawing-hands.ts';

/** The flow that ships as the usual way (FLOW-03). */
export function neutralFlow(): FlowDocument {
  const flow = shippedFlows().get('neutral');
  if (!flow) throw new Error('the Neutral flow is not shipped');
  return flow;
}

const TITLES: Readonly<Record<string, string>> = {
  'routing.start-when-overdue': 'Factuur vervallen',
  'routing.stop-flow': 'Einde',
  'timing.wait-until': 'Wacht tot',
  'reminders.send-email': 'Stuur e-mail',
  'tasks.create-task': 'Maak actie',
  'tasks.plan-call': 'Bellen',
};
const LETTERS: Readonly<Record<string, RegExp>> = {
  'first-reminder': /^Eerste herinnering$/,
  'second-reminder': /^Tweede herinnering$/,
  'final-reminder': /^Laatste herinnering$/,
};
const DAYS: Readonly<Record<string, RegExp>> = {
  'due-date': /^vervaldatum$/,
  'invoice-date': /^factuurdatum$/,
  'previous-step': /^vorige stap$/,
};
export const OUTCOMES: Readonly<Record<string, string>> = {
  started: 'Begonnen',
  reached: 'Dag bereikt',
  sent: 'Verstuurd',
  skipped: 'Overgeslagen',
  unreachable: 'Geen e-mailadres',
  failed: 'Mislukt',
  created: 'Gemaakt',
  planned: 'Ingepland',
};
export const titleOf = ({ type }: FlowNode): string => TITLES[type] ?? type;

/** Fills in what the shipped step says, as somebody would who has it on paper. */
export async function fillIn(hand: Hand, { config, label, stage }: FlowNode): Promise<void> {
  if (label?.nl) await hand.write('Naam van dit blok', label.nl);
  if (stage) await hand.write('Nummer van de brief', String(stage));
  const { template, title, reason, anchors = [] } = config as Config;
  if (template) await hand.choose('Sjabloon', LETTERS[template] ?? /^$/);
  if (title) await hand.write('Titel', title);
  if (reason) await hand.write('Reden', reason);
  for (const [index, anchor] of anchors.entries()) await addDay(hand, index + 1, anchor);
}

type Anchor = { readonly from: string; readonly days: number };

async function addDay(hand: Hand, number: number, { from, days }: Anchor): Promise<void> {
  await hand.press('Dag toevoegen');
  await hand.write(`Aantal dagen ${number}`, String(days));
  await hand.choose(`Welke dag ${number}`, DAYS[from] ?? /^$/);
}

type Config = {
  readonly template?: string;
  readonly title?: string;
  readonly reason?: string;
  readonly anchors?: readonly Anchor[];
};

/** What differs in steps, their settings and their lines, once the drawn steps have the shipped names. */
export function differences(drawn: FlowDocument, names: ReadonlyMap<string, string>) {
  const shipped = neutralFlow();
  const nameOf = (id: string) => names.get(id) ?? id;
  const nodes = Object.entries(drawn.nodes).map(([id, node]) => [nameOf(id), told(node)] as const);
  const edges = drawn.edges.map((edge) => ({
    ...edge,
    from: nameOf(edge.from),
    to: nameOf(edge.to),
  }));
  const own = Object.entries(shipped.nodes).map(([id, node]) => [id, told(node)] as const);
  return diffFlows(
    { ...shipped, nodes: Object.fromEntries(own) },
    { ...shipped, nodes: Object.fromEntries(nodes), edges },
  );
}

/** Without what the step type says of itself when nothing is filled in, and in one language. */
function told({ type, version, config, label, stage }: FlowNode): FlowNode {
  const said = Object.entries(config).filter(([, value]) => value !== 0);
  const anchors = (config as Config).anchors?.map(({ from, days }) => ({ from, days }));
  return {
    type,
    version,
    config: { ...Object.fromEntries(said), ...(anchors ? { anchors } : {}) },
    ...(label ? { label: { en: label.nl ?? label.en } } : {}),
    ...(stage ? { stage } : {}),
  };
}
