import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import styles from './flows.module.css';
import type { StepNode } from './to-canvas.ts';

/** A step as a card: icon, title, one sentence, and its ways out as pills at the lower edge. */
export const StepCard = memo(function StepCard({ data, selected }: NodeProps<StepNode>) {
  const { t } = useTranslation();
  return (
    <article className={styles.card} data-kind={data.kind} data-selected={selected}>
      <Handle type="target" position={Position.Top} className={styles.handle ?? ''} />
      <header className={styles.cardHead}>
        <NodeIcon name={data.icon} />
        <h3>{data.title}</h3>
        {data.running > 0 && (
          <span className={styles.running} title={t('flows.runningHere', { count: data.running })}>
            {data.running}
          </span>
        )}
      </header>
      <p className={styles.sentence}>{data.sentence}</p>
      <footer className={styles.outcomes}>
        {data.outcomes.map(({ id, label }) => (
          <span key={id} className={styles.outcome}>
            {label}
            <Handle
              id={id}
              type="source"
              position={Position.Bottom}
              className={styles.handle ?? ''}
            />
          </span>
        ))}
      </footer>
    </article>
  );
});
