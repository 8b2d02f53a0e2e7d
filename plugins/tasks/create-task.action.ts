import { addDays, defineAction, message, Type } from '@inning/sdk';
import { TASK_WORDS } from './task-words.ts';

/** Puts a task on the list of the people who treat this debtor. */
export const createTaskAction = defineAction({
  id: 'tasks.create-task',
  version: 1,
  title: { nl: 'Maak actie', en: 'Create task', de: 'Aufgabe anlegen', fr: 'Créer une tâche' },
  description: {
    nl: 'Zet een actie op de actielijst.',
    en: 'Puts a task on the task list.',
    de: 'Setzt eine Aufgabe auf die Liste.',
    fr: 'Ajoute une tâche à la liste.',
  },
  icon: 'clipboard-list',
  config: Type.Object(
    {
      ...TASK_WORDS,
      dueInDays: Type.Optional(
        Type.Integer({
          title: 'Due in days',
          titles: {
            nl: 'Te doen over',
            en: 'To do in',
            de: 'Zu tun in',
            fr: 'À faire dans',
          },
          minimum: 0,
          maximum: 365,
          default: 0,
          editor: 'days',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  outcomes: { created: { nl: 'Gemaakt', en: 'Created', de: 'Angelegt', fr: 'Créée' } },
  ports: ['tasks'],
  summary: {
    nl: '{title}[, over {dueInDays} dagen]',
    en: '{title}[, in {dueInDays} days]',
    de: '{title}[, in {dueInDays} Tagen]',
    fr: '{title}[, dans {dueInDays} jours]',
  },

  async run({ config: { title, note, dueInDays = 0 }, today, ports }) {
    const dueOn = addDays(today, dueInDays);
    await ports.tasks.create({ kind: 'to-do', title, dueOn, ...(note ? { note } : {}) });
    return { outcome: 'created', because: message('tasks.created', { title }) };
  },
});
