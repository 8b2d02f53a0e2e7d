import type { Node, NodeProps } from '@xyflow/react';
import { StickyNote } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../drawing.module.css';

export type NoteData = { readonly text: string };
export type DrawnNote = Node<NoteData, 'note'>;

/** A remark for colleagues, anywhere on the canvas. */
export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps<DrawnNote>) {
  const { t } = useTranslation();
  return (
    <article className={styles.noteCard} data-selected={selected}>
      <StickyNote size={14} aria-hidden />
      <p>{data.text || <em>{t('drawActions.emptyNote')}</em>}</p>
    </article>
  );
});
