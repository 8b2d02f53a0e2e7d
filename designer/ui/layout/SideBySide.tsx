import type { ReactNode } from 'react';
import styles from './layout.module.css';

type SideBySideProps = {
  readonly list: ReactNode;
  /** What was opened from the list; null while nothing is. */
  readonly detail: ReactNode | null;
};

/** A list with what is opened beside it on wide screens; on narrow ones the opened takes its place. */
export function SideBySide({ list, detail }: SideBySideProps) {
  if (detail === null) return <div className={styles.alone}>{list}</div>;
  return (
    <div className={styles.pair}>
      <div className={styles.pairList}>{list}</div>
      <div className={styles.pairDetail}>{detail}</div>
    </div>
  );
}
