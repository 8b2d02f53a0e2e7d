import { CirclePlus, CircleX, type LucideIcon, Pencil, Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from '../versions.module.css';

export type Mark = 'added' | 'removed' | 'changed' | 'rerouted';

const ICONS: Readonly<Record<Mark, LucideIcon>> = {
  added: CirclePlus,
  removed: CircleX,
  changed: Pencil,
  rerouted: Split,
};

/** What holds for the whole flow counts as changed. */
export const markOf = (kind: string): Mark =>
  kind === 'added' || kind === 'removed' || kind === 'rerouted' ? kind : 'changed';

/** A kind of difference: icon, word and colour, never the colour alone. */
export function ChangeMark({ kind }: { kind: string }) {
  const { t } = useTranslation();
  const mark = markOf(kind);
  const Icon = ICONS[mark];
  return (
    <span className={styles.mark} data-mark={mark}>
      <Icon size={14} aria-hidden /> {t(`versions.marks.${mark}`)}
    </span>
  );
}
