import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/values/format.ts';
import { StateBadge } from '../ui/values/StateBadge.tsx';
import type { PathStep } from './path-step.ts';
import styles from './player.module.css';

type PathListProps = {
  readonly steps: readonly PathStep[];
  readonly index: number;
  readonly onGo: (index: number) => void;
  /** More about a step, such as its letter. */
  readonly more?: ((step: PathStep) => React.ReactNode) | undefined;
};

/** The same way in sentences, for who reads rather than looks. */
export function PathList({ steps, index, onGo, more }: PathListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const box = list.current;
    const now = box?.children[index];
    if (!box || !(now instanceof HTMLElement)) return;
    // Only the list scrolls, never the page.
    const top = now.offsetTop - box.offsetTop;
    if (top < box.scrollTop || top + now.offsetHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = top - box.clientHeight / 3;
    }
  }, [index]);
  return (
    <ol ref={list} className={styles.path} aria-label={t('player.path')} tabIndex={-1}>
      {steps.map((step, at) => (
        <li
          key={step.id}
          data-future={at > index || undefined}
          data-now={at === index || undefined}
        >
          <UnstyledButton
            className={styles.pathStep}
            aria-current={at === index ? 'step' : undefined}
            onClick={() => onGo(at)}
          >
            <span className={styles.day}>{format.day(step.on)}</span>
            <span className={styles.what}>
              <strong>{step.title}</strong>{' '}
              {step.state && <StateBadge tone={step.state.tone}>{step.state.words}</StateBadge>}
              {step.sentence && <span className={styles.sentence}>{step.sentence}</span>}
            </span>
          </UnstyledButton>
          {more?.(step)}
        </li>
      ))}
    </ol>
  );
}
