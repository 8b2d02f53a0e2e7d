import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './mail-frame.module.css';

const WIDTHS = { phone: 390, tablet: 640, wide: 900 } as const;
type Width = keyof typeof WIDTHS;

/** Where the mail is, or the mail itself when it is kept nowhere. */
type MailFrameProps = { readonly title: string } & (
  { readonly src: string } | { readonly html: string }
);

/**
 * A mail as it was sent, at the widths at which people read. Nothing in it can run: the frame is
 * sandboxed and has an origin of its own. A link opens in a window of its own.
 */
export function MailFrame({ title, ...mail }: MailFrameProps) {
  const { t } = useTranslation();
  const [width, setWidth] = useState<Width>(() =>
    window.innerWidth < WIDTHS.tablet ? 'phone' : 'tablet',
  );
  return (
    <div className={styles.box}>
      <SegmentedControl
        aria-label={t('mail.width')}
        value={width}
        onChange={(value) => setWidth(value as Width)}
        data={(Object.keys(WIDTHS) as Width[]).map((value) => ({
          value,
          label: t(`mail.widths.${value}`),
        }))}
      />
      <div className={styles.desk} tabIndex={0} role="region" aria-label={title}>
        <iframe
          className={styles.frame}
          style={{ width: WIDTHS[width] }}
          {...('html' in mail ? { srcDoc: mail.html } : mail)}
          title={title}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
        />
      </div>
    </div>
  );
}
