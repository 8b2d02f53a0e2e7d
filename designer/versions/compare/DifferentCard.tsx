import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import flowStyles from '../../flows/flows.module.css';
import { NodeIcon } from '../../ui/NodeIcon.tsx';
import card from '../../ui/step-card.module.css';
import styles from '../versions.module.css';
import { ChangeMark } from './ChangeMark.tsx';
import type { DifferentStep } from './to-differences.ts';

const ARRIVES = [Position.Top, Position.Left, Position.Right];
const LEAVES = [Position.Bottom, Position.Left, Position.Right];

/** A step as a card, with what became of it. */
export const DifferentCard = memo(function DifferentCard({
  data,
  selected,
}: NodeProps<DifferentStep>) {
  return (
    <article
      className={`${card.card} ${styles.card}`}
      data-kind={data.kind}
      data-mark={data.mark ?? undefined}
      data-selected={selected}
    >
      {ARRIVES.map((side) => (
        <Handle key={`to-${side}`} id={side} type="target" position={side} />
      ))}
      {data.mark && <ChangeMark kind={data.mark} />}
      <header className={card.head}>
        <NodeIcon name={data.icon} />
        <h3>{data.title}</h3>
      </header>
      <p className={flowStyles.sentence}>{data.sentence}</p>
      {LEAVES.map((side) => (
        <Handle key={`from-${side}`} id={side} type="source" position={side} />
      ))}
    </article>
  );
});
