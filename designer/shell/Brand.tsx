import { useSession } from '../api/session.ts';
import styles from './shell.module.css';

/** The agency one works for, recognised by its first letter where there is little room. */
export function Brand() {
  const name = useSession().data?.agency?.name ?? 'Inning';
  return (
    <div className={styles.brand}>
      <span className={styles.brandMark} aria-hidden>
        {name.slice(0, 1)}
      </span>
      <span className={styles.label}>{name}</span>
    </div>
  );
}
