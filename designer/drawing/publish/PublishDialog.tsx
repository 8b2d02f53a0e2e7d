import { Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../api/client-context.tsx';
import { useVersions } from '../../api/drawing.ts';
import { useChange } from '../../api/use-change.ts';
import { useComparison } from '../../api/versions.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { ChangeSentences } from '../../versions/compare/ChangeSentences.tsx';
import { type CasesChoice, ChooseCases } from './ChooseCases.tsx';

type PublishDialogProps = {
  readonly flowId: string;
  readonly publishedVersion: number;
  readonly revision: number;
  readonly onClose: () => void;
  readonly onPublished: () => void;
};

/** What will be different, what becomes of the cases inside, and a word about why. */
export function PublishDialog(props: PublishDialogProps) {
  const { flowId, publishedVersion, revision, onClose, onPublished } = props;
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const [choice, choose] = useState<CasesChoice>('stay');
  const publish = useChange({
    run: () =>
      client.send<{ version: number }>('POST', `/api/flows/${flowId}/publish`, {
        revision,
        note: note.trim() || null,
        drainsOlder: choice === 'drain',
      }),
    touches: [['flows'], ['flow-versions', flowId]],
    done: t('draw.published'),
  });
  const after = ({ version }: { version: number }) => {
    if (choice !== 'migrate') return onPublished();
    const search = { from: String(publishedVersion), to: String(version) };
    void navigate({ to: '/flows/$flowId/move', params: { flowId }, search } as never);
  };
  return (
    <FormDialog
      title={t('draw.publishTitle', { version: publishedVersion + 1 })}
      action={t(choice === 'migrate' ? 'versions.publishAndMove' : 'draw.publish')}
      isBusy={publish.isPending}
      size="lg"
      onClose={onClose}
      onSubmit={() => publish.mutate(undefined, { onSuccess: after })}
    >
      {publishedVersion === 0 ? (
        <Text>{t('draw.firstVersion')}</Text>
      ) : (
        <>
          <Differences flowId={flowId} from={publishedVersion} />
          <Cases {...{ flowId, publishedVersion, choice, choose }} />
        </>
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

function Differences({ flowId, from }: { flowId: string; from: number }) {
  const { t } = useTranslation();
  return (
    <Loaded query={useComparison(flowId, from, null)}>
      {(changes) =>
        changes.length === 0 ? (
          <Text>{t('draw.noDifferences')}</Text>
        ) : (
          <section aria-label={t('draw.differences')}>
            <Text fw={600}>{t('draw.differences')}</Text>
            <ChangeSentences changes={changes} />
          </section>
        )
      }
    </Loaded>
  );
}

type CasesProps = {
  readonly flowId: string;
  readonly publishedVersion: number;
  readonly choice: CasesChoice;
  readonly choose: (choice: CasesChoice) => void;
};

/** Without running cases there is nothing to choose. */
function Cases(props: CasesProps) {
  const { t } = useTranslation();
  return (
    <Loaded query={useVersions(props.flowId)}>
      {(versions) =>
        versions.some(({ runningCount }) => runningCount > 0) ? (
          <ChooseCases {...props} versions={versions} />
        ) : (
          <Text className="quiet" fz="sm">
            {t('versions.noCases')}
          </Text>
        )
      }
    </Loaded>
  );
}
