import { Alert, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDocument } from '@inning/sdk';
import { useQueryClient } from '@tanstack/react-query';
import type { Draft } from '../../api/drawing.ts';
import { useDraftNow } from '../../api/versions.ts';
import { ChooseDraft } from './ChooseDraft.tsx';

type OvertakenProps = {
  readonly flowId: string;
  readonly mine: FlowDocument;
  /** True while something of mine is not saved. */
  readonly isUnsaved: boolean;
};

/** Somebody else saved meanwhile: nothing is overwritten, and a person chooses what becomes of both. */
export function Overtaken({ flowId, mine, isUnsaved }: OvertakenProps) {
  const { t } = useTranslation();
  const [isChoosing, setChoosing] = useState(false);
  const theirs = useDraftNow(flowId);
  const take = useTakeDraft(flowId);
  const by = theirs.data?.savedBy;
  const title = by ? t('together.overtakenBy', { name: by }) : t('draw.overtaken');
  return (
    <Alert color="late" title={title} mb="sm" role="alert">
      <Group gap="xs">
        {t(isUnsaved ? 'draw.overtakenHint' : 'together.nothingLost')}
        <Button
          size="compact-sm"
          variant="light"
          loading={theirs.isFetching}
          disabled={!theirs.data}
          onClick={() => (isUnsaved ? setChoosing(true) : theirs.data && take(theirs.data))}
        >
          {t(isUnsaved ? 'together.choose' : 'together.update')}
        </Button>
      </Group>
      {isChoosing && theirs.data && (
        <ChooseDraft
          {...{ flowId, mine, theirs: theirs.data, take }}
          onClose={() => setChoosing(false)}
        />
      )}
    </Alert>
  );
}

/** The drawing begins anew from what is stored. */
function useTakeDraft(flowId: string): (draft: Draft) => void {
  const queries = useQueryClient();
  return (draft) => void queries.setQueryData(['drafts', flowId], draft);
}
