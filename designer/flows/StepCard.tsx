import { Handle, type NodeProps, Position } from '@xyflow/react';
import { MessageSquare } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import card from '../ui/step-card.module.css';
import styles from './flows.module.css';
import type { StepNode } from './to-canvas.ts';

const ARRIVES = [Position.Top, Position.Left, Position.Right];
const LEAVES = [Position.Bottom, Position.Left, Position.Right];

/** A step as a card: icon, title, one sentence, and how many cases stand here. */
export const StepCard = memo(function StepCard({ data, selected }: NodeProps<StepNode>) {
  const { t } = useTranslation();
  return (
    <article className={card.card} data-kind={data.kind} data-selected={selected}>
      {ARRIVES.map((side) => (
        <Handle key={`to-${side}`} id={side} type="target" position={side} />
      ))}
      <header className={card.head}>
        <NodeIcon name={data.icon} />
        <h3>{data.title}</h3>
        {data.running > 0 && (
          <span className={styles.running} title={t('flows.runningHere', { count: data.running })}>
            {data.running}
          </span>
        )}
        {data.comments > 0 && (
          <span className={styles.running} title={t('comments.count', { count: data.comments })}>
            <MessageSquare size={11} aria-hidden /> {data.comments}
          </span>
        )}
      </header>
      <p className={styles.sentence}>{data.sentence}</p>
      {LEAVES.map((side) => (
        <Handle key={`from-${side}`} id={side} type="source" position={side} />
      ))}
    </article>
  );
});
