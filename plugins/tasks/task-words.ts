import { Type } from '@inning/sdk';

/** What a person reads on the task list. */
export const TASK_WORDS = {
  title: Type.String({
    title: 'Title',
    titles: { nl: 'Titel', en: 'Title', de: 'Titel', fr: 'Titre' },
    minLength: 1,
    maxLength: 200,
  }),
  note: Type.Optional(
    Type.String({
      title: 'Note',
      titles: { nl: 'Toelichting', en: 'Note', de: 'Notiz', fr: 'Note' },
      maxLength: 2_000,
      editor: 'multiline',
    }),
  ),
};
