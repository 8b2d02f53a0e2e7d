import { Alert, Button, Text } from '@mantine/core';
import { Mail, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../api/flows.ts';
import type { LetterPreview, Tried, TryQuestion } from '../api/trying.ts';
import { PathPlayer, type PathStep } from '../player/index.ts';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Difference, Ending } from './Difference.tsx';
import { LetterDialog } from './LetterDialog.tsx';
import { toPath } from './to-path.ts';
import styles from './trying.module.css';
import { usePathTelling } from './use-path-telling.ts';

type TryResultProps = { readonly tried: Tried; readonly question: TryQuestion };

/** What happened in the days that were tried. */
export function TryResult({ tried, question }: TryResultProps) {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const telling = usePathTelling();
  const [letter, open] = useState<LetterPreview | null>(null);
  const steps = useMemo(() => toPath(tried, telling), [tried, telling]);
  if (tried.lines.length === 0) {
    return <EmptyState title={t('trying.nothing')} hint={t('trying.nothingHint')} />;
  }
  const letterOf = ({ id }: PathStep) => {
    const line = tried.lines[Number(id.replace('line ', ''))];
    return tried.letters.find((one) => one.id === line?.letterId);
  };
  return (
    <>
      <Stuck tried={tried} />
      <Text mb="sm" role="status">
        {t('trying.summary', { count: tried.letters.length })} <Ending run={tried} />
      </Text>
      <Difference tried={tried} />
      <Loaded query={catalogue}>
        {(types) => (
          <PathPlayer
            key={`${question.debtorId ?? question.example} ${question.version}`}
            document={tried.document}
            catalogue={types}
            steps={steps}
            summaries={tried.summaries}
            more={(step) => <LetterButton letter={letterOf(step)} onOpen={open} />}
          />
        )}
      </Loaded>
      {letter && <LetterDialog question={question} letter={letter} onClose={() => open(null)} />}
    </>
  );
}

/** What would leave somebody standing still is said first. */
function Stuck({ tried }: { tried: Tried }) {
  const { t } = useTranslation();
  if (!tried.standings.some(({ state }) => state === 'stuck')) return null;
  return (
    <Alert
      color="red"
      mb="sm"
      icon={<TriangleAlert size={18} aria-hidden />}
      title={t('trying.getsStuck')}
    >
      <Ending run={tried} />
    </Alert>
  );
}

type LetterButtonProps = {
  readonly letter: LetterPreview | undefined;
  readonly onOpen: (letter: LetterPreview) => void;
};

function LetterButton({ letter, onOpen }: LetterButtonProps) {
  const { t } = useTranslation();
  if (!letter) return null;
  if (letter.problem) {
    return (
      <p className={styles.cannotMake}>
        <TriangleAlert size={14} aria-hidden />{' '}
        {t('trying.cannotMake', { problem: letter.problem.message })}
      </p>
    );
  }
  return (
    <Button
      variant="light"
      size="compact-sm"
      className={styles.letter ?? ''}
      styles={{ label: { display: 'block', textOverflow: 'ellipsis' } }}
      leftSection={<Mail size={14} aria-hidden />}
      onClick={() => onOpen(letter)}
    >
      {t('trying.seeLetter', { subject: letter.subject ?? '' })}
    </Button>
  );
}
