import { Button } from '@mantine/core';
import { CirclePause, CirclePlay } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PauseChoice, ResumeChoice } from '../../api/administrations.ts';
import { type Debtor, useDebtorChange } from '../../api/debtors.ts';
import { PauseForm } from '../../ui/PauseForm.tsx';
import { ResumeForm } from '../../ui/ResumeForm.tsx';

/** Holding everything back for one debtor, and going on. */
export function PauseDebtor({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const [isAsking, ask] = useState(false);
  const { id, name, isPaused } = debtor;
  const pause = useDebtorChange<PauseChoice>(id, 'pause', t('file.paused', { name }));
  const resume = useDebtorChange<{ choice: ResumeChoice }>(
    id,
    'resume',
    t('file.resumed', { name }),
  );
  const close = () => ask(false);
  return (
    <>
      <Button
        variant={isPaused ? 'filled' : 'default'}
        leftSection={isPaused ? <CirclePlay size={15} /> : <CirclePause size={15} />}
        onClick={() => ask(true)}
      >
        {isPaused ? t('common.resume') : t('common.pause')}
      </Button>
      {isAsking && !isPaused && (
        <PauseForm
          title={t('file.pauseTitle', { name })}
          says={t('file.pauseSays')}
          isBusy={pause.isPending}
          onClose={close}
          onPause={(chosen) => pause.mutate(chosen, { onSuccess: close })}
        />
      )}
      {isAsking && isPaused && (
        <ResumeForm
          title={t('file.resumeTitle', { name })}
          says={t('file.resumeSays')}
          isBusy={resume.isPending}
          onClose={close}
          onResume={(choice) => resume.mutate({ choice }, { onSuccess: close })}
        />
      )}
    </>
  );
}
