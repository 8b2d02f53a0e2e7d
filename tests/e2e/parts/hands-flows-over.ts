import { readFile } from 'node:fs/promises';
import type { FlowDocument } from '@inning/sdk';
import { expect, it } from 'vitest';
import { shippedFlows } from '../../../core/flows/index.ts';
import { type Id, systemScope } from '../../../core/store/index.ts';
import type { Visit } from '../visit.ts';

const scope = systemScope('a story in a browser');

type Story = () => { readonly visit: Visit; readonly flowId: Id };

/** How a flow leaves as a file or a copy, and how one comes in; a part of a story that began elsewhere. */
export function handsFlowsOver(story: Story): void {
  it('hands a flow over as a file, and copies it for one creditor with what it needs', async () => {
    const { visit, flowId } = story();
    const { page, world } = visit;
    await page.goto(`${world.address}/flows/${flowId.toHexString()}`);
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Concept downloaden' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('neutral.flow.json');
    const { draft } = await world.app.flows.definitions.get(scope, flowId);
    expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toEqual(draft);

    const copyFor = async (name: string) => {
      await page.getByRole('button', { name: 'Meer', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Kopiëren…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/Sjablonen zijn van het hele bureau/).waitFor();
      await dialog.getByLabel('Naam van de flow').fill(name);
      await dialog.getByRole('combobox', { name: 'Voor wie' }).click();
      await page.getByRole('option', { name: 'Installatiebedrijf Van Vliet B.V.' }).click();
      await dialog.getByRole('button', { name: 'Flow kopiëren' }).click();
    };
    await copyFor('Neutraal voor Van Vliet');
    await page.getByRole('heading', { name: 'Neutraal voor Van Vliet tekenen' }).waitFor();
    const { definitions } = world.app.flows;
    const copied = (await definitions.list(scope)).find(
      ({ slug }) => slug === 'neutraal-voor-van-vliet',
    );
    expect(copied?.creditorId).not.toBeNull();
    expect((copied!.draft as FlowDocument).nodes).toEqual((draft as FlowDocument).nodes);

    const gone = { 'reminder-1': { template: 'brief-van-vroeger' } };
    const lacking = withConfig(draft as FlowDocument, gone);
    await definitions.saveDraft(scope, await definitions.get(scope, flowId), lacking);
    await page.goto(`${world.address}/flows/${flowId.toHexString()}`);
    await copyFor('Neutraal zonder brief');
    await page.getByText('Wat hier ontbreekt of niet klopt').waitFor();
    const missing = 'Blok “Herinnering 1”: er is geen sjabloon brief-van-vroeger.';
    await page.getByText(missing).waitFor();
    await visit.picture('copied-flow');
    await page.getByRole('button', { name: 'Naar het concept' }).click();
    await page.getByRole('heading', { name: 'Neutraal zonder brief tekenen' }).waitFor();
    await page.getByTestId('rf__node-reminder-1').getByTitle(missing).waitFor();
  });

  it('begins with an example, and takes a file over with a step that nobody knows here', async () => {
    const { visit } = story();
    const { page, world } = visit;
    await page.goto(`${world.address}/flows/gallery`);
    await page.getByRole('img', { name: 'Tekening van Neutraal' }).waitFor();
    await visit.picture('flow-gallery');
    await page.getByRole('button', { name: 'Streng gebruiken' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gebruik deze' }).click();
    await page.getByRole('heading', { name: 'Streng, eigen versie tekenen' }).waitFor();

    await page.goto(`${world.address}/flows`);
    const openFile = async (text: string) => {
      await page.getByRole('button', { name: 'Meer', exact: true }).last().click();
      await page.getByRole('menuitem', { name: 'Bestand openen…' }).click();
      const buffer = Buffer.from(text);
      const file = { name: 'vreemd.flow.json', mimeType: 'application/json', buffer };
      await page.locator('input[type=file]').setInputFiles(file);
    };
    const refused = async (text: string, why: string | RegExp) => {
      await openFile(text);
      await page.getByRole('alert').getByText(why).first().waitFor();
      await page.getByRole('button', { name: 'Sluiten' }).click();
    };
    const neutral = shippedFlows().get('neutral')!;
    const many = (count: number) => {
      const nodes = Array.from({ length: count }, (_, at) => [at, { type: 'a.b' }]);
      return JSON.stringify({ ...neutral, nodes: Object.fromEntries(nodes) });
    };
    await refused('{\n  "schema": 1,\n  "schema": 1\n}', 'Plaats in het bestand: /schema, regel 3');
    await refused('{"nodes": {"__proto__": {"type": "a.b"}}}', /__proto__/);
    await refused(many(100_000), /at most \d+ steps/);
    await refused(many(250_000), 'Dit bestand is te groot.');

    const strange = { type: 'elders.fluister', version: 3, config: { zacht: [1, { ja: true }] } };
    const nodes = { ...neutral.nodes, strange, ring: neutral.nodes['reminder-1'] };
    const edges = [...neutral.edges, { from: 'ring', outcome: 'sent', to: 'ring' }];
    await openFile(JSON.stringify({ ...neutral, name: { en: 'Van elders' }, nodes, edges }));
    await page.getByText(/Plugin elders ontbreekt: 1 blok blijft grijs/).waitFor();
    await page.getByText('Deze blokken vormen een lus zonder wachttijd.').waitFor();
    await visit.picture('imported-flow');
    await page.getByRole('button', { name: 'Naar het concept' }).click();
    await page.locator('[data-kind="unknown"]').first().waitFor();
    await page.getByLabel('Naam', { exact: true }).fill('Van ver');
    await page.getByText('Bewaard', { exact: true }).waitFor();
    const made = (await world.app.flows.definitions.list(scope)).find(
      ({ slug }) => slug === 'van-elders',
    );
    const draft = made!.draft as FlowDocument;
    expect(draft.name.nl).toBe('Van ver');
    expect(draft.nodes['strange']).toEqual(strange);
  });
}

/** The same flow with other settings of some steps. */
const withConfig = (flow: FlowDocument, configs: Record<string, object>): FlowDocument => ({
  ...flow,
  nodes: Object.fromEntries(
    Object.entries(flow.nodes).map(([id, node]) => [
      id,
      { ...node, config: { ...node.config, ...configs[id] } },
    ]),
  ),
});
