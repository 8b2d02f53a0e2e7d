import { Alert, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from '../api/client-context.tsx';
import { ApiError } from '../api/errors.ts';
import type { ImportedFlow } from '../api/gallery.ts';
import { useChange } from '../api/use-change.ts';
import { FileDrop } from '../ui/FileDrop.tsx';
import { sayError } from '../ui/states/say-error.ts';
import { LandedFlow } from './LandedFlow.tsx';

/** No flow is larger. More is not sent: a line that is cut halfway would look like a server that is away. */
const MOST_BYTES = 4_000_000;
const TOO_LARGE = new ApiError(413, { code: 'BODY_TOO_LARGE', message: 'A flow is at most 4 MB.' });

/** A flow from a file: it lands as a draft, and what is missing here is named. */
export function ImportFlow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const take = useChange({
    run: async (file: File) => {
      if (file.size > MOST_BYTES) throw TOO_LARGE;
      const text = await file.text();
      return client.send<ImportedFlow>('POST', '/api/flows/import', { text, creditorId: null });
    },
    touches: [['flows']],
    isQuiet: true,
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('flowFiles.importTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        {take.data ? (
          <LandedFlow made={take.data} done={t('flowFiles.imported')} />
        ) : (
          <>
            <Text>{t('flowFiles.importSafe')}</Text>
            <FileDrop
              hint={t('flowFiles.importHint')}
              accept=".json,application/json"
              isBusy={take.isPending}
              isDisabled={false}
              onFiles={([file]) => file && take.mutate(file)}
            />
            {take.error && <Refused error={take.error} />}
          </>
        )}
      </Stack>
    </Modal>
  );
}

/** What was wrong, and where in the file. */
function Refused({ error }: { error: Error }) {
  const { t } = useTranslation();
  const { path, line } = error instanceof ApiError ? error.details : {};
  const place = [
    path ? t('flowFiles.refusedAt', { path: String(path) }) : '',
    line ? t('flowFiles.refusedLine', { line: Number(line) }) : '',
  ];
  return (
    <Alert role="alert" color="broken" title={t('flowFiles.refused')}>
      <Text fz="sm">{sayError(error, t)}</Text>
      <Text fz="sm">{place.filter(Boolean).join(', ')}</Text>
    </Alert>
  );
}
