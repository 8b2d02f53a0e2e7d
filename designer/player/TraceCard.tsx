import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { CalendarClock, CircleAlert, CirclePause, Check, MapPin } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepData } from '../flows/to-canvas.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import card from '../ui/step-card.module.css';
import styles from './player.module.css';

/** How many stand at a step, and how. */
export type Standing = { readonly all: number; readonly held: number; readonly stuck: number };
export type TraceData = StepData & {
  readonly mark: 'none' | 'visited' | 'present';
  /** Left out while no cases are counted. */
  readonly standing?: Standing;
  /** What is unusual about this step for who is followed. */
  readonly note?: string | null;
};
export type TraceNode = Node<TraceData, 'trace'>;

const ARRIVES = [Position.Top, Position.Left, Position.Right];
const LEAVES = [Position.Bottom, Position.Left, Position.Right];

/** A step on which something is shown: that it was passed, or how many stand there. */
export const TraceCard = memo(function TraceCard({ data, selected }: NodeProps<TraceNode>) {
  const { t } = useTranslation();
  return (
    <article
      className={`${card.card} ${styles.card}`}
      data-kind={data.kind}
      data-mark={data.mark}
      data-selected={selected}
    >
      {ARRIVES.map((side) => (
        <Handle key={`to-${side}`} id={side} type="target" position={side} />
      ))}
      <header className={card.head}>
        <NodeIcon name={data.icon} />
        <h3>{data.title}</h3>
        {data.mark === 'visited' && <Check size={16} aria-label={t('player.visited')} />}
        {data.mark === 'present' && <MapPin size={17} aria-label={t('player.here')} />}
      </header>
      <p className={styles.cardText}>{data.sentence}</p>
      {data.note && (
        <p className={styles.note}>
          <CalendarClock size={13} aria-hidden /> {data.note}
        </p>
      )}
      {data.standing && data.standing.all > 0 && <Counts {...data.standing} />}
      {LEAVES.map((side) => (
        <Handle key={`from-${side}`} id={side} type="source" position={side} />
      ))}
    </article>
  );
});

function Counts({ all, held, stuck }: Standing) {
  const { t } = useTranslation();
  return (
    <p className={styles.counts}>
      <span>{t('watching.here', { count: all })}</span>
      {held > 0 && (
        <span className={styles.held}>
          <CirclePause size={13} aria-hidden /> {t('watching.heldHere', { count: held })}
        </span>
      )}
      {stuck > 0 && (
        <span className={styles.stuck}>
          <CircleAlert size={13} aria-hidden /> {t('watching.stuckHere', { count: stuck })}
        </span>
      )}
    </p>
  );
}
