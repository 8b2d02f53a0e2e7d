import { defineAction, message, Type } from '@inning/sdk';
import { TASK_WORDS } from './task-words.ts';

/** Puts a call on the list. The call itself is made by a person, who sees the claim of that moment. */
export const planCallAction = defineAction({
  id: 'tasks.plan-call',
  version: 1,
  title: { nl: 'Bellen', en: 'Call', de: 'Anrufen', fr: 'Appeler' },
  description: {
    nl: 'Zet een belactie op de actielijst.',
    en: 'Puts a call on the task list.',
    de: 'Setzt einen Anruf auf die Liste.',
    fr: 'Ajoute un appel à la liste.',
  },
  icon: 'phone',
  contacts: 'phone',
  config: Type.Object(
    {
      ...TASK_WORDS,
    },
    { additionalProperties: false },
  ),
  outcomes: {
    planned: { nl: 'Ingepland', en: 'Planned', de: 'Geplant', fr: 'Planifié' },
    skipped: { nl: 'Overgeslagen', en: 'Skipped', de: 'Übersprungen', fr: 'Sauté' },
  },
  skippedOutcome: 'skipped',
  meaning: [{ does: 'contact-debtor', by: ['planned'] }],
  ports: ['tasks'],
  summary: { en: '{title}' },

  async run({ config: { title, note }, claim, today, ports }) {
    await ports.tasks.create({ kind: 'call', title, dueOn: today, ...(note ? { note } : {}) });
    const { overdueCents } = claim;
    return { outcome: 'planned', because: message('tasks.call-planned', { overdueCents }) };
  },
});
