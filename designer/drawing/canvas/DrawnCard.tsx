import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { MessageSquare, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeIcon } from '../../ui/NodeIcon.tsx';
import card from '../../ui/step-card.module.css';
import styles from '../drawing.module.css';

export type CardData = {
  readonly title: string;
  readonly sentence: string;
  readonly icon: string;
  readonly kind: string;
  /** Ways out, with their names; those that lead nowhere are marked. */
  readonly outcomes: readonly {
    readonly id: string;
    readonly name: string;
    readonly isOpen: boolean;
  }[];
  readonly problems: readonly string[];
  readonly note: string | null;
  /** What people say of it and is not settled yet. */
  readonly comments: number;
};
export type DrawnNode = Node<CardData, 'drawn'>;

/** A step as a card that can be moved, with a dot for each way out. */
export const DrawnCard = memo(function DrawnCard({ data, selected }: NodeProps<DrawnNode>) {
  const { t } = useTranslation();
  return (
    <article className={card.card} data-kind={data.kind} data-selected={selected}>
      {data.kind !== 'trigger' && (
        <Handle type="target" position={Position.Top} className={styles.arrives} />
      )}
      <header className={card.head}>
        <NodeIcon name={data.icon} />
        <h3>{data.title}</h3>
        {data.comments > 0 && (
          <span className={styles.said} title={t('comments.count', { count: data.comments })}>
            <MessageSquare size={13} aria-hidden /> {data.comments}
          </span>
        )}
        {data.problems.length > 0 && (
          <span className={styles.trouble} title={data.problems.join('\n')}>
            <TriangleAlert size={15} aria-label={t('draw.hasProblems')} />
          </span>
        )}
      </header>
      {data.sentence && <p className={styles.sentence}>{data.sentence}</p>}
      {data.note && <p className={styles.note}>{data.note}</p>}
      <ul className={styles.outcomes}>
        {data.outcomes.map(({ id, name, isOpen }) => (
          <li key={id} className={styles.outcome} data-open={isOpen}>
            {name}
            <Handle type="source" id={id} position={Position.Bottom} className={styles.leaves} />
          </li>
        ))}
      </ul>
    </article>
  );
});
