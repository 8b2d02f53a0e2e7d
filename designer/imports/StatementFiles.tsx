import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type StatementFile, useReadStatements } from '../api/bank.ts';
import { FileDrop } from '../ui/FileDrop.tsx';
import { ErrorState } from '../ui/states/ErrorState.tsx';
import { useFormat } from '../ui/values/format.ts';
import { Arrivals } from './Arrivals.tsx';
import { ReadStatement } from './ReadStatement.tsx';
import { RememberedColumns } from './tables/RememberedColumns.tsx';
import { TableFile } from './tables/TableFile.tsx';
import { Working } from './Working.tsx';

type StatementFilesProps = { readonly administrationId: string | null };

/**
 * Bank statements are booked at once: a line counts once, however often it is delivered. Only a table that
 * nobody knows is shown first, so that a person says which column holds what.
 */
export function StatementFiles({ administrationId }: StatementFilesProps) {
  const { t } = useTranslation();
  const read = useReadStatements();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sent, setSent] = useState(0);
  const take = (chosen: readonly File[]) => {
    if (administrationId === null) return;
    setFiles(chosen);
    setSent(0);
    read.mutate({ administrationId, files: chosen, onSent: setSent });
  };
  return (
    <Stack>
      <FileDrop
        hint={administrationId ? t('imports.dropStatements') : t('imports.chooseFirst')}
        accept=".xml,.sta,.mt940,.940,.txt,.swi,.csv,.tab,.zip"
        isBusy={read.isPending}
        isDisabled={administrationId === null}
        onFiles={take}
      />
      {read.isPending && <Handing sent={sent} />}
      {read.isError && <ErrorState error={read.error} />}
      {administrationId !== null &&
        read.data?.files.map((result, index) => (
          <OneFile
            key={`${index}:${result.name}:${files[index]?.lastModified}`}
            result={result}
            file={files[index]}
            administrationId={administrationId}
          />
        ))}
      {administrationId !== null && <Arrivals administrationId={administrationId} />}
      {administrationId !== null && <RememberedColumns administrationId={administrationId} />}
    </Stack>
  );
}

/** First the files travel, then they are read; of a large one both take a while. */
function Handing({ sent }: { readonly sent: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return sent < 1 ? (
    <Working text={t('arrivals.sending', { part: format.percent(sent) })} part={sent} />
  ) : (
    <Working text={t('imports.matching')} />
  );
}

type OneFileProps = {
  readonly result: StatementFile;
  readonly file: File | undefined;
  readonly administrationId: string;
};

function OneFile({ result, file, administrationId }: OneFileProps) {
  const [read, setRead] = useState(result);
  return file && read.asksColumns ? (
    <TableFile file={file} administrationId={administrationId} onRead={setRead} />
  ) : (
    <ReadStatement file={read} administrationId={administrationId} />
  );
}
