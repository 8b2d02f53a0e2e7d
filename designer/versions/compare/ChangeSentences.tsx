import type { FlowChangeRow } from '../../api/drawing.ts';
import styles from '../versions.module.css';
import { ChangeMark } from './ChangeMark.tsx';
import { useSayChange } from './use-say-change.ts';

/** Differences as sentences, each with what kind of difference it is. */
export function ChangeSentences({ changes }: { changes: readonly FlowChangeRow[] }) {
  const say = useSayChange();
  return (
    <ul className={styles.sentences}>
      {changes.map((change, index) => (
        <li key={`${index} ${change.nodeId} ${change.path}`}>
          <ChangeMark kind={change.kind} />
          <span>{say(change)}</span>
        </li>
      ))}
    </ul>
  );
}
