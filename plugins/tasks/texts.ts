import type { MessageTexts } from '@inning/sdk';

export const tasksTexts: MessageTexts = {
  'tasks.created': {
    nl: 'Actie gemaakt: {title}',
    en: 'Task created: {title}',
    de: 'Aufgabe angelegt: {title}',
    fr: 'Tâche créée : {title}',
  },
  'tasks.call-planned': {
    nl: 'Belactie gemaakt over {overdueCents}',
    en: 'Call planned about {overdueCents}',
    de: 'Anruf geplant über {overdueCents}',
    fr: 'Appel planifié pour {overdueCents}',
  },
};
