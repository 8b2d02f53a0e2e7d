import { type FlowDocument, type Localized, localize, message } from '@inning/sdk';
import { debtors } from '../../../domain/debtors/index.ts';
import { chooseFlow, flows, type Instance, instances, type Step } from '../../../flows/index.ts';
import { nodeLabel } from '../../../flows/routes/flow-views.ts';
import { commandScope } from '../../find-books.ts';
import { codeOf, rowsById, type Telling, type TimelineLine } from './telling.ts';

/** What flows did, step by step. */
export async function linesOfSteps(
  telling: Telling,
  rows: readonly Step[],
): Promise<TimelineLine[]> {
  const { app, books, say } = telling;
  const walked = await rowsById(
    app,
    instances,
    rows.map((row) => row.instanceId),
  );
  const all = [...walked.values()];
  const people = await rowsById(
    app,
    debtors,
    all.map((one) => one.debtorId),
  );
  const drawn = await drawings(telling, all);
  return rows.flatMap((row) => {
    const instance = walked.get(String(row.instanceId));
    const debtor = instance && people.get(String(instance.debtorId));
    const drawing = instance && drawn.get(keyOf(instance));
    if (!debtor || !drawing) return [];
    const isStart = row.kind === 'done' && kindOf(telling, row) === 'trigger';
    const choice = isStart ? say(chooseFlow(debtor, books).because) : '';
    return {
      date: row.on,
      debtor: debtor.name,
      flow: drawing.slug,
      node: row.nodeId,
      event: row.kind === 'done' ? (row.outcome ?? row.kind) : row.kind,
      reason: [say(row.because), choice].filter((text) => text !== '').join('. '),
      code: codeOf(row.because),
      debtorNumber: debtor.number,
      at: row.at.toISOString(),
      label: labelOf(telling, row, drawing.document),
    };
  });
}

type Drawing = { readonly slug: string; readonly document: FlowDocument };
const keyOf = ({ flowId, flowVersion }: Instance) => `${flowId.toHexString()}@${flowVersion}`;

async function drawings({ app }: Telling, all: readonly Instance[]): Promise<Map<string, Drawing>> {
  const named = await rowsById(
    app,
    flows,
    all.map((one) => one.flowId),
  );
  const drawn = new Map<string, Drawing>();
  for (const instance of all) {
    if (drawn.has(keyOf(instance))) continue;
    const { flowId, flowVersion } = instance;
    const row = await app.flows.definitions.version(commandScope, flowId, flowVersion);
    const slug = named.get(String(flowId))?.slug ?? '–';
    drawn.set(keyOf(instance), { slug, document: row.document as FlowDocument });
  }
  return drawn;
}

const kindOf = ({ app }: Telling, row: Step) => app.registries.nodes.find(row.type)?.kind ?? null;

function labelOf(telling: Telling, row: Step, document: FlowDocument): string | null {
  const { app, locale, say } = telling;
  const types = app.registries.nodes;
  const flow = localize(document.name as never, locale);
  if (row.kind === 'ended') return say(message('demo.ended', { flow }));
  if (row.kind === 'done' && kindOf(telling, row) === 'trigger') {
    return say(message('demo.started', { flow }));
  }
  if (row.kind === 'done' && isSilent(telling, row)) return null;

  const label = nodeLabel(document, row.nodeId, { types, locale });
  const outcome = row.kind === 'parked' ? say(message('demo.parked')) : outcomeOf(telling, row);
  return outcome === null ? label : `${label}: ${outcome}`;
}

/** The end is told once; waits that are over and conditions that were met speak for themselves. */
function isSilent({ app }: Telling, row: Step): boolean {
  const definition = app.registries.nodes.find(row.type);
  return definition?.kind === 'wait' || definition?.kind === 'condition' || !!definition?.isEnd;
}

function outcomeOf({ app, locale }: Telling, row: Step): string | null {
  const outcomes: Readonly<Record<string, Localized>> =
    app.registries.nodes.find(row.type)?.outcomes ?? {};
  const outcome = outcomes[row.outcome ?? ''];
  return outcome ? localize(outcome, locale).toLowerCase() : null;
}
