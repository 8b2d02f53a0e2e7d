import { Group, UnstyledButton } from '@mantine/core';
import { CircleAlert, CirclePause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StepNode } from '../flows/to-canvas.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import type { StepCount } from './counts.ts';
import type { Go } from './watch-search.ts';
import styles from './watching.module.css';

type StepCountsProps = {
  readonly nodes: readonly StepNode[];
  readonly counts: ReadonlyMap<string, StepCount>;
  readonly outcomeName: (nodeId: string, outcome: string) => string;
  readonly go: Go;
};

/** The counts in words: who stands where, and who left by which outcome. Each opens its cases. */
export function StepCounts({ nodes, counts, outcomeName, go }: StepCountsProps) {
  const { t } = useTranslation();
  const all = [...counts.values()].map(({ standing }) => standing);
  const total = (of: 'all' | 'held' | 'stuck') => all.reduce((sum, one) => sum + one[of], 0);
  return (
    <section aria-label={t('watching.counts')} className={styles.side}>
      <p className={styles.total} role="status">
        <strong>{t('watching.running', { count: total('all') })}</strong>
      </p>
      <Trouble held={total('held')} stuck={total('stuck')} go={go} />
      <ol className={styles.steps}>
        {nodes.map(({ id, data }) => {
          const count = counts.get(id);
          return (
            <li key={id}>
              <UnstyledButton className={styles.step} onClick={() => go({ node: id })}>
                <NodeIcon name={data.icon} />
                <strong>{data.title}</strong>
                <span className="number">
                  {t('watching.here', { count: count?.standing.all ?? 0 })}
                </span>
              </UnstyledButton>
              {count && count.outcomes.length > 0 && (
                <ul className={styles.outcomes}>
                  {count.outcomes.map(({ outcome, isEnd, count: passed }) => (
                    <li key={`${isEnd} ${outcome}`}>
                      <UnstyledButton
                        className={styles.outcome}
                        onClick={() => go({ node: id, outcome })}
                      >
                        {isEnd
                          ? t('watching.endedAs', { how: endName(outcome) })
                          : outcomeName(id, outcome)}
                        <span className="number">{passed}</span>
                      </UnstyledButton>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );

  function endName(as: string): string {
    return t(`watching.ends.${as}` as 'watching.ends.paid', { defaultValue: as });
  }
}

/** Who does not go on by itself. */
function Trouble({ held, stuck, go }: { held: number; stuck: number; go: Go }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" px={12} pb={10}>
      {stuck > 0 && (
        <UnstyledButton className={styles.stuck} onClick={() => go({ state: 'stuck' })}>
          <CircleAlert size={15} aria-hidden /> {t('watching.stuckHere', { count: stuck })}
        </UnstyledButton>
      )}
      {held > 0 && (
        <UnstyledButton className={styles.held} onClick={() => go({ state: 'held' })}>
          <CirclePause size={15} aria-hidden /> {t('watching.heldHere', { count: held })}
        </UnstyledButton>
      )}
    </Group>
  );
}
