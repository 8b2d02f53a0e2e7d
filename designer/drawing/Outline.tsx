import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { outlineOf } from '../document/index.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { useLocale } from '../ui/values/format.ts';
import { useSummaries } from '../ui/values/summary.ts';
import styles from './drawing.module.css';
import { outcomeName, stepName } from './names.ts';
import type { Drawing } from './use-drawing.ts';

/** The same flow as a nested list: read, chosen and built with the keyboard alone. */
export function Outline({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { flow, types, selected, select } = drawing;
  const summary = useSummaries(flow, types);
  const items = useMemo(() => {
    const entryOf = (id: string) => types.get(flow.nodes[id]?.type ?? '');
    const starts = Object.keys(flow.nodes).filter((id) => entryOf(id)?.kind === 'trigger');
    return outlineOf(flow, starts, (id) => Object.keys(entryOf(id)?.outcomes ?? {}));
  }, [flow, types]);
  const wayFrom = (from: string, outcome: string) =>
    outcomeName(types.get(flow.nodes[from]?.type ?? ''), outcome, locale);
  return (
    <ol className={styles.outline} aria-label={t('draw.outline')}>
      {items.map(({ nodeId, from, outcome, isReference, level }, index) => (
        <li key={`${index} ${nodeId}`} style={{ paddingLeft: level * 16 }}>
          <UnstyledButton
            className={styles.outlineItem}
            data-reference={isReference}
            aria-pressed={selected.includes(nodeId)}
            onClick={() => select([nodeId])}
          >
            <NodeIcon name={types.get(flow.nodes[nodeId]?.type ?? '')?.icon ?? ''} />
            <span>
              {from && outcome && <span className="quiet">{wayFrom(from, outcome)} → </span>}
              {stepName(flow, nodeId, { types, locale })}
              {isReference && <span className="quiet"> {t('draw.seeAbove')}</span>}
            </span>
          </UnstyledButton>
          {!isReference && summary(nodeId) && (
            <span className={styles.outlineSummary}>{summary(nodeId)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
