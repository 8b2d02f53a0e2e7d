import { List, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../api/client-context.tsx';
import { useDifferences } from '../api/drawing.ts';
import { useChange } from '../api/use-change.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useSay } from '../ui/values/say.ts';

type PublishDialogProps = {
  readonly flowId: string;
  readonly publishedVersion: number;
  readonly revision: number;
  readonly onClose: () => void;
  readonly onPublished: () => void;
};

/** What will be different, and a word about why. Running cases stay on their version. */
export function PublishDialog(props: PublishDialogProps) {
  const { flowId, publishedVersion, revision, onClose, onPublished } = props;
  const { t } = useTranslation();
  const say = useSay();
  const client = useClient();
  const [note, setNote] = useState('');
  const differences = useDifferences(flowId, publishedVersion, true);
  const publish = useChange({
    run: () =>
      client.send('POST', `/api/flows/${flowId}/publish`, { revision, note: note.trim() || null }),
    touches: [['flows'], ['flow-versions', flowId]],
    done: t('draw.published'),
  });
  return (
    <FormDialog
      title={t('draw.publishTitle', { version: publishedVersion + 1 })}
      action={t('draw.publish')}
      isBusy={publish.isPending}
      size="lg"
      onClose={onClose}
      onSubmit={() => publish.mutate(undefined, { onSuccess: onPublished })}
    >
      {publishedVersion === 0 ? (
        <Text>{t('draw.firstVersion')}</Text>
      ) : (
        <Loaded query={differences}>
          {(changes) =>
            changes.length === 0 ? (
              <Text>{t('draw.noDifferences')}</Text>
            ) : (
              <>
                <Text fw={600}>{t('draw.differences')}</Text>
                <List fz="sm" spacing={4}>
                  {changes.map((change, index) => (
                    <List.Item key={`${index} ${change.path}`}>{say(change.sentence)}</List.Item>
                  ))}
                </List>
                <Text className="quiet" fz="sm">
                  {t('draw.casesStay')}
                </Text>
              </>
            )
          }
        </Loaded>
      )}
      <Textarea
        label={t('draw.publishNote')}
        value={note}
        maxLength={1_000}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
