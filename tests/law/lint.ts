import {
  type Catalogue,
  type FlowDocument,
  type LetterSources,
  type Problem,
  Type,
} from '@inning/sdk';
import { collectionCostsPlugin } from '../../plugins/collection-costs/index.ts';
import { createNetherlands } from '../../plugins/country-nl/netherlands.ts';
import { remindersPlugin } from '../../plugins/reminders/index.ts';
import { routingPlugin } from '../../plugins/routing/index.ts';
import { tasksPlugin } from '../../plugins/tasks/index.ts';
import { timingPlugin } from '../../plugins/timing/index.ts';
import { action, plugin, registriesOf } from '../host/some-plugins.ts';

const title = { en: 'Title' };

/** Steps that somebody else could bring: they reach debtors and declare what they do. */
const strangers = plugin('strangers', {
  setup(host) {
    host.actions.add(action('strangers.post-letter', letter('post')));
    host.actions.add(action('strangers.ungated-letter', letter(undefined)));
    host.actions.add(action('strangers.silent-costs', { ports: ['costs'] }));
    host.actions.add(action('strangers.silent-mail', { ports: ['mail'] }));
    host.actions.add(
      action('strangers.charge-fee', { meaning: [{ does: 'charge-other', by: ['done'] }] }),
    );
    host.actions.add(
      action('strangers.charge-interest', {
        config: Type.Object({ kind: Type.Optional(Type.String()) }),
        meaning: [{ does: 'charge-interest', field: 'kind', by: ['done'] }],
      }),
    );
    host.actions.add(
      action('strangers.hand-over', { meaning: [{ does: 'hand-over', by: ['done'] }] }),
    );
  },
});

function letter(contacts: 'post' | undefined) {
  return {
    ...(contacts ? { contacts } : {}),
    config: Type.Object({ template: Type.Optional(Type.String()) }),
    outcomes: { done: title, failed: title },
    meaning: [{ does: 'send-letter', field: 'template', by: ['done'] }],
  };
}

const registries = registriesOf(
  collectionCostsPlugin,
  remindersPlugin,
  routingPlugin,
  tasksPlugin,
  timingPlugin,
  strangers,
);
export const catalogue: Catalogue = registries.nodes.catalogue;

export const unknownLetters: LetterSources = { find: () => null };
const netherlands = createNetherlands();

/** What Dutch law says of a flow, as of 2 March 2026. */
export function lint(flow: FlowDocument, letters = unknownLetters): readonly Problem[] {
  const question = { flow, catalogue, letters, today: '2026-03-02' };
  return netherlands.findLegalProblems?.(question) ?? [];
}

export const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);
