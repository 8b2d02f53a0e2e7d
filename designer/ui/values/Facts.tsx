import { Fragment, type ReactNode } from 'react';
import styles from './values.module.css';

type FactsProps = {
  readonly rows: readonly (readonly [label: string, value: ReactNode])[];
  /** Amounts and days under each other stand at the right. */
  readonly isNumeric?: boolean;
};

/** Names with their values; what is not known is left out. */
export function Facts({ rows, isNumeric }: FactsProps) {
  return (
    <dl className={styles.facts} data-numeric={isNumeric || undefined}>
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
