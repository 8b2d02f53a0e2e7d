import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../api/editors.ts';
import styles from './together.module.css';

/** Who else draws here now, and when they last changed something. */
export function EditorsLine({ editors }: { editors: readonly Editor[] }) {
  const { t } = useTranslation();
  return (
    <span role="status" className={styles.line} data-shown={editors.length > 0}>
      {editors.length > 0 && <Users size={15} aria-hidden />}
      <span>
        {editors.map((editor, index) => (
          <Sentence key={`${index} ${editor.name}`} editor={editor} />
        ))}
        {editors.length > 0 && <span className="sr-only">{t('together.hint')}</span>}
      </span>
    </span>
  );
}

const MINUTE = 60;

function Sentence({ editor: { name, isSelf, changedSecondsAgo } }: { editor: Editor }) {
  const { t } = useTranslation();
  const who = isSelf ? t('together.you') : t('together.editing', { name });
  const minutes = Math.floor((changedSecondsAgo ?? 0) / MINUTE);
  const when =
    changedSecondsAgo === null
      ? ''
      : `, ${minutes < 1 ? t('together.justNow') : t('together.minutesAgo', { count: minutes })}`;
  return <span className={styles.sentence}>{`${who}${when}`}</span>;
}
