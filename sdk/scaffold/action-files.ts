import type { ScaffoldFile } from './scaffold-file.ts';

/** An action that puts a task on the list for claims of some size. */
export const actionFiles = (id: string): ScaffoldFile[] => [
  { path: 'src/index.ts', text: INDEX.replaceAll('PLUGIN', id) },
  { path: 'src/ask-somebody.action.ts', text: ACTION.replaceAll('PLUGIN', id) },
  { path: 'src/ask-somebody.test.ts', text: TEST },
  { path: 'src/texts.ts', text: TEXTS.replaceAll('PLUGIN', id) },
  { path: 'examples.json', text: EXAMPLES.replaceAll('PLUGIN', id) },
];

const INDEX = `import { definePlugin, Type } from '@inning/sdk';
import { askSomebodyAction } from './ask-somebody.action.ts';
import { texts } from './texts.ts';

/** Says what it adds and nothing else; the work is in the files it names. */
export const plugin = definePlugin({
  id: 'PLUGIN',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { nl: 'PLUGIN', en: 'PLUGIN', de: 'PLUGIN', fr: 'PLUGIN' },
  description: {
    nl: 'Zet grote vorderingen op de actielijst.',
    en: 'Puts large claims on the task list.',
    de: 'Setzt große Forderungen auf die Aufgabenliste.',
    fr: 'Met les grandes créances sur la liste des tâches.',
  },
  // What people fill in when they install it. The schema is the type, the check and the form.
  settings: Type.Object({}, { additionalProperties: false }),
  // What it may see of a claim. What is not named here is not there.
  permissions: { claim: ['openCents', 'debtor.name'] },
  setup(host) {
    host.actions.add(askSomebodyAction);
    host.texts.add(texts);
  },
});
`;

const ACTION = `import { defineAction, formatCents, message, Type, type Cents } from '@inning/sdk';

/** Asks somebody to look at a claim that is large enough. */
export const askSomebodyAction = defineAction({
  id: 'PLUGIN.ask-somebody',
  version: 1,
  title: {
    nl: 'Vraag een collega',
    en: 'Ask somebody',
    de: 'Jemanden fragen',
    fr: 'Demander à quelqu’un',
  },
  description: {
    nl: 'Zet de vordering op de actielijst als er genoeg openstaat.',
    en: 'Puts the claim on the task list when enough is open.',
    de: 'Setzt die Forderung auf die Aufgabenliste, wenn genug offen ist.',
    fr: 'Met la créance sur la liste des tâches si le montant est suffisant.',
  },
  icon: 'user-round-search',
  config: Type.Object(
    { fromCents: Type.Integer({ title: 'From', editor: 'money', minimum: 0, default: 10_000 }) },
    { additionalProperties: false },
  ),
  outcomes: {
    asked: { nl: 'Gevraagd', en: 'Asked', de: 'Gefragt', fr: 'Demandé' },
    'too-small': { nl: 'Te klein', en: 'Too small', de: 'Zu klein', fr: 'Trop petit' },
  },
  // What it may ask of the platform, besides what \`tools\` gives to every plugin.
  ports: ['tasks'],

  async run({ config, claim, ports }) {
    const { openCents } = claim;
    if (openCents < config.fromCents) {
      return { outcome: 'too-small', because: message('PLUGIN.too-small', { openCents }) };
    }
    const amount = formatCents(openCents as Cents, 'en');
    await ports.tasks.create({ kind: 'review', title: \`\${claim.debtor.name} owes \${amount}\` });
    return { outcome: 'asked', because: message('PLUGIN.asked', { openCents }) };
  },
});
`;

const TEXTS = `import type { MessageTexts } from '@inning/sdk';

/** The sentences that stay in the file of the debtor. Codes start with the plugin's id. */
export const texts: MessageTexts = {
  'PLUGIN.asked': {
    nl: 'Er staat {openCents} open; een collega kijkt ernaar.',
    en: '{openCents} is open; somebody will look at it.',
    de: '{openCents} sind offen; jemand sieht es sich an.',
    fr: '{openCents} sont dus ; quelqu’un va regarder.',
  },
  'PLUGIN.too-small': {
    nl: 'Er staat maar {openCents} open.',
    en: 'Only {openCents} is open.',
    de: 'Nur {openCents} sind offen.',
    fr: 'Seulement {openCents} sont dus.',
  },
};
`;

const TEST = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runAction } from '@inning/sdk/testing';
import { askSomebodyAction } from './ask-somebody.action.ts';

test('a large claim becomes a task', async () => {
  const run = await runAction(askSomebodyAction, {
    config: { fromCents: 10_000 },
    claim: { openCents: 12_500 },
  });

  assert.equal(run.outcome, 'asked');
  assert.deepEqual(
    run.asked.map(({ call }) => call),
    ['tasks.create'],
  );
});

test('a small claim is left alone', async () => {
  const run = await runAction(askSomebodyAction, {
    config: { fromCents: 10_000 },
    claim: { openCents: 9_999 },
  });

  assert.equal(run.outcome, 'too-small');
  assert.deepEqual(run.asked, []);
});
`;

const EXAMPLES = `{
  "nodes": [
    {
      "node": "PLUGIN.ask-somebody",
      "name": "a large claim",
      "config": { "fromCents": 10000 },
      "claim": { "openCents": 12500 },
      "outcome": "asked"
    },
    {
      "node": "PLUGIN.ask-somebody",
      "name": "a small claim",
      "config": { "fromCents": 10000 },
      "claim": { "openCents": 9999 },
      "outcome": "too-small"
    }
  ]
}
`;
