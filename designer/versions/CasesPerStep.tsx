import { useTranslation } from 'react-i18next';
import type { FlowVersion } from '../api/flows.ts';
import { useFormat } from '../ui/values/format.ts';
import { useStepNames } from './use-step-names.ts';
import styles from './versions.module.css';

/** How many cases stand at each step of a version, the busiest first. */
export function CasesPerStep({ version }: { version: FlowVersion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useStepNames();
  const counts = Object.entries(version.running ?? {}).sort(([, a], [, b]) => b - a);
  if (counts.length === 0) return null;
  return (
    <ul className={styles.counts} aria-label={t('versions.perStep')}>
      {counts.map(([id, count]) => (
        <li key={id}>
          <span>{nameOf(version.document, id)}</span>
          <span className="number">{format.count(count)}</span>
        </li>
      ))}
    </ul>
  );
}
