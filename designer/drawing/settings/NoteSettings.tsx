import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { noteIdOf, noteOf, removeNodes, writeNote } from '../../document/index.ts';
import type { Drawing } from '../use-drawing.ts';

/** The words of the note that is selected. */
export function NoteSettings({ drawing, noteKey }: { drawing: Drawing; noteKey: string }) {
  const { t } = useTranslation();
  const id = noteIdOf(noteKey);
  const note = noteOf(drawing.flow, noteKey);
  if (!note || id === null) return null;
  return (
    <Stack gap="sm" onBlur={drawing.settle}>
      <Title order={2} fz="md">
        {t('drawActions.note')}
      </Title>
      <Text className="quiet" fz="sm">
        {t('drawActions.noteHint')}
      </Text>
      <Textarea
        label={t('drawActions.noteText')}
        value={note.text}
        autosize
        minRows={4}
        maxLength={2_000}
        onChange={(event) => void drawing.run(writeNote(id, event.currentTarget.value))}
      />
      <Group justify="flex-end">
        <Button
          variant="subtle"
          color="red"
          leftSection={<Trash2 size={15} />}
          onClick={() => void drawing.run(removeNodes([noteKey]))}
        >
          {t('drawActions.removeNote')}
        </Button>
      </Group>
    </Stack>
  );
}
