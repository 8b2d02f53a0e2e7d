import { UnstyledButton } from '@mantine/core';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DraftProblem } from '../api/drawing.ts';
import { useSay } from '../ui/values/say.ts';
import styles from './drawing.module.css';

type ProblemListProps = {
  readonly problems: readonly DraftProblem[];
  readonly onJump: (nodeIds: readonly string[]) => void;
};

/** Everything wrong with the drawing; each line jumps to its step. */
export function ProblemList({ problems, onJump }: ProblemListProps) {
  const { t } = useTranslation();
  const say = useSay();
  if (problems.length === 0) {
    return (
      <p className={styles.noProblems}>
        <CircleCheck size={16} aria-hidden /> {t('draw.noProblems')}
      </p>
    );
  }
  return (
    <ul className={styles.problems} aria-label={t('draw.problems')}>
      {problems.map((one, index) => (
        <li key={`${one.code} ${one.nodeIds.join(' ')} ${index}`}>
          <UnstyledButton className={styles.problem} onClick={() => onJump(one.nodeIds)}>
            {one.severity === 'error' ? (
              <CircleAlert size={16} color="var(--bad)" aria-label={t('draw.error')} />
            ) : (
              <TriangleAlert size={16} color="var(--late)" aria-label={t('draw.warning')} />
            )}
            <span>
              {say(one.message)}
              {one.article && <span className="quiet"> · {one.article}</span>}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
