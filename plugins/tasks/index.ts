import { definePlugin, Type } from '@inning/sdk';
import { createTaskAction } from './create-task.action.ts';
import { planCallAction } from './plan-call.action.ts';
import { tasksTexts } from './texts.ts';

/** Work for people: tasks and calls on the task list. */
export const tasksPlugin = definePlugin({
  id: 'tasks',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { nl: 'Acties', en: 'Tasks', de: 'Aufgaben', fr: 'Tâches' },
  description: {
    nl: 'Werk voor mensen: acties en belafspraken op de actielijst.',
    en: 'Work for people: tasks and calls on the task list.',
    de: 'Arbeit für Menschen: Aufgaben und Anrufe auf der Liste.',
    fr: 'Du travail pour des personnes : tâches et appels sur la liste.',
  },
  settings: Type.Object({}),
  setup(host) {
    host.actions.add(createTaskAction);
    host.actions.add(planCallAction);
    host.texts.add(tasksTexts);
  },
});
