import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ImportCounts,
  type Preview,
  useCommitImport,
  useImportProgress,
  usePreviewImport,
} from '../api/imports.ts';
import { FileDrop } from '../ui/FileDrop.tsx';
import { ErrorState } from '../ui/states/ErrorState.tsx';
import { ColumnForm } from './ColumnForm.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import styles from './imports.module.css';
import { PreviewedFile } from './PreviewedFile.tsx';
import { Working } from './Working.tsx';

type InvoiceFilesProps = { readonly administrationId: string | null };

/** Choose, look, take over. Nothing is changed before the last step. */
export function InvoiceFiles({ administrationId }: InvoiceFilesProps) {
  const { t } = useTranslation();
  const preview = usePreviewImport();
  const commit = useCommitImport();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [columns, setColumns] = useState<Readonly<Record<string, string>>>({});

  const look = (chosen: readonly File[], mapping: Readonly<Record<string, string>>) => {
    if (administrationId === null) return;
    commit.reset();
    setFiles(chosen);
    setColumns(mapping);
    preview.mutate({ administrationId, files: chosen, columns: mapping });
  };
  const startOver = () => {
    preview.reset();
    commit.reset();
    setFiles([]);
  };

  if (commit.isSuccess) return <Taken counts={commit.data} onAnother={startOver} />;
  return (
    <Stack>
      <FileDrop
        hint={administrationId ? t('imports.dropInvoices') : t('imports.chooseFirst')}
        accept=".csv,.txt,.xml"
        isBusy={preview.isPending}
        isDisabled={administrationId === null}
        onFiles={(chosen) => look(chosen, {})}
      />
      {preview.isPending && <Working text={t('imports.reading', { count: files.length })} />}
      {preview.isError && <ErrorState error={preview.error} />}
      {preview.data && (
        <>
          {preview.data.files.map((file, index) => (
            <PreviewedFile key={`${index}:${file.name}`} file={file}>
              {file.columns && (
                <ColumnForm
                  question={file.columns}
                  chosen={columns}
                  onChosen={(mapping) => look(files, mapping)}
                />
              )}
            </PreviewedFile>
          ))}
          <CommitBar
            preview={preview.data}
            isBusy={commit.isPending}
            onCommit={() => commit.mutate(preview.data.importId)}
            onCancel={startOver}
          />
          {commit.isError && <ErrorState error={commit.error} />}
        </>
      )}
      {!preview.data && !preview.isPending && (
        <EarlierImports administrationId={administrationId} />
      )}
    </Stack>
  );
}

type CommitBarProps = {
  readonly preview: Preview;
  readonly isBusy: boolean;
  readonly onCommit: () => void;
  readonly onCancel: () => void;
};

/** The button says how much it does. */
function CommitBar({ preview, isBusy, onCommit, onCancel }: CommitBarProps) {
  const { t } = useTranslation();
  const { counts } = preview;
  const count = counts.new + counts.changed;
  return (
    <Stack gap="xs" className={styles.commit ?? ''}>
      {counts.refused > 0 && count > 0 && (
        <Text className="quiet">{t('imports.refusedStay', { count: counts.refused })}</Text>
      )}
      {isBusy && <Taking preview={preview} />}
      <Group>
        <Button onClick={onCommit} loading={isBusy} disabled={count === 0}>
          {count === 0 ? t('imports.nothingNew') : t('imports.commit', { count })}
        </Button>
        <Button variant="default" onClick={onCancel} disabled={isBusy}>
          {t('common.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function Taking({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { itemCount, importId } = preview;
  const done = useImportProgress(importId, true).data?.doneCount ?? 0;
  return (
    <Working
      text={t('imports.taking', { done, count: itemCount })}
      part={itemCount === 0 ? 0 : done / itemCount}
    />
  );
}

type TakenProps = { readonly counts: ImportCounts; readonly onAnother: () => void };

function Taken({ counts, onAnother }: TakenProps) {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start">
      <Alert icon={<CircleCheck size={18} />} color="good" title={t('imports.done')} w="100%">
        {t('imports.doneCounts', { new: counts.new, changed: counts.changed })}
      </Alert>
      <Button variant="default" onClick={onAnother}>
        {t('imports.another')}
      </Button>
    </Stack>
  );
}
