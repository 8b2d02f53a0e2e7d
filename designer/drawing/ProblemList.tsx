import { Button, UnstyledButton } from '@mantine/core';
import { CircleAlert, CircleCheck, TriangleAlert, Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DraftProblem } from '../api/drawing.ts';
import type { Said } from '../api/shapes.ts';
import { fixFor } from '../document/index.ts';
import { PlayFinding } from '../player/finding/PlayFinding.tsx';
import { useSayProblem } from '../ui/values/say-problem.ts';
import styles from './drawing.module.css';
import type { Drawing } from './use-drawing.ts';

type ProblemListProps = {
  readonly problems: readonly DraftProblem[];
  readonly drawing: Drawing;
};

/** Everything wrong with the drawing, what the law says apart; each line jumps to its step, and mends it where that is plain. */
export function ProblemList({ problems, drawing }: ProblemListProps) {
  const { t } = useTranslation();
  const legal = problems.filter(({ article }) => article !== null);
  const drawn = problems.filter(({ article }) => article === null);
  if (problems.length === 0) {
    return (
      <p className={styles.noProblems}>
        <CircleCheck size={16} aria-hidden /> {t('draw.noProblems')}
      </p>
    );
  }
  if (legal.length === 0) {
    return <Problems label={t('draw.problems')} problems={drawn} drawing={drawing} />;
  }
  return (
    <>
      {drawn.length > 0 && (
        <>
          <h3 className={styles.problemGroup}>{t('player.finding.drawing')}</h3>
          <Problems label={t('draw.problems')} problems={drawn} drawing={drawing} />
        </>
      )}
      <h3 className={styles.problemGroup}>{t('player.finding.legal')}</h3>
      <Problems label={t('player.finding.legal')} problems={legal} drawing={drawing} />
    </>
  );
}

function Problems({ label, problems, drawing }: ProblemListProps & { readonly label: string }) {
  const { t } = useTranslation();
  const say = useSayProblem(drawing.flow, drawing.types);
  return (
    <ul className={styles.problems} aria-label={label}>
      {problems.map((one, index) => (
        <li key={`${one.code} ${one.nodeIds.join(' ')} ${index}`}>
          <UnstyledButton className={styles.problem} onClick={() => drawing.select(one.nodeIds)}>
            {one.severity === 'error' ? (
              <CircleAlert size={16} color="var(--broken)" aria-label={t('draw.error')} />
            ) : (
              <TriangleAlert size={16} color="var(--late)" aria-label={t('draw.warning')} />
            )}
            <span>
              {say(one.message as Said)}
              {one.article && <span className="quiet"> · {one.article}</span>}
            </span>
          </UnstyledButton>
          <FixButton problem={one} drawing={drawing} />
          {one.example && (
            <PlayFinding finding={one} document={drawing.flow} types={drawing.types} />
          )}
        </li>
      ))}
    </ul>
  );
}

type FixButtonProps = { readonly problem: DraftProblem; readonly drawing: Drawing };

function FixButton({ problem, drawing }: FixButtonProps) {
  const { t } = useTranslation();
  const fix = fixFor(problem as never, drawing);
  if (!fix) return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      ml={32}
      mb={6}
      leftSection={<Wrench size={13} />}
      onClick={() => void drawing.run(fix.command)}
    >
      {t(`drawFixes.${fix.id}` as never)}
    </Button>
  );
}
