import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import styles from './flows.module.css';
import type { StepNode } from './to-canvas.ts';

type StepListProps = {
  readonly steps: readonly StepNode[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** What stands under the step that is chosen. */
  readonly under: (step: StepNode) => ReactNode;
};

/** The same flow in sentences, for who reads rather than looks. */
export function StepList({ steps, selectedId, onSelect, under }: StepListProps) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps}>
      {steps.map((node) => {
        const { id, data: step } = node;
        const isOpen = id === selectedId;
        return (
          <li key={id}>
            <UnstyledButton
              className={styles.step}
              aria-expanded={isOpen}
              onClick={() => onSelect(id)}
            >
              <NodeIcon name={step.icon} />
              <span>
                <strong>{step.title}</strong>
                {step.running > 0 && (
                  <span className="quiet">
                    {' '}
                    · {t('flows.runningHere', { count: step.running })}
                  </span>
                )}
                {step.comments > 0 && (
                  <span className="quiet"> · {t('comments.count', { count: step.comments })}</span>
                )}
                <span className={styles.stepText}>{step.sentence}</span>
              </span>
            </UnstyledButton>
            {isOpen && <div className={styles.underStep}>{under(node)}</div>}
          </li>
        );
      })}
    </ol>
  );
}
