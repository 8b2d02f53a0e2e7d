import { useTranslation } from 'react-i18next';
import { useLiveUpdates } from '../api/live.ts';
import { BottomBar } from './BottomBar.tsx';
import { Coming } from './Coming.tsx';
import { Guarded } from './Guarded.tsx';
import { LineState } from './LineState.tsx';
import { Navigation } from './Navigation.tsx';
import { Palette } from './Palette.tsx';
import styles from './shell.module.css';

/** Around every screen: where one can go, who one is, and whether the line is open. */
export function Shell() {
  const { t } = useTranslation();
  const { isLive } = useLiveUpdates();
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <Coming />
      <Navigation />
      <main id="content" className={styles.main} tabIndex={-1}>
        <LineState isLive={isLive} />
        <Guarded />
      </main>
      <BottomBar />
      <Palette />
    </div>
  );
}
