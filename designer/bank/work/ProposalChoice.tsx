import { Group, Radio, Text } from '@mantine/core';
import { type Cents, cents } from '@inning/sdk';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../api/bank.ts';
import { Money } from '../../ui/values/Money.tsx';
import { Reasons } from '../Reasons.tsx';
import styles from './work.module.css';

type ProposalChoiceProps = {
  readonly proposal: Proposal;
  /** How sure the first proposal is; the others are less so. */
  readonly certainty: number | null;
  readonly leftCents: Cents;
  readonly index: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

/** A way to book the line: on what, how much, and why. */
export function ProposalChoice(props: ProposalChoiceProps) {
  const { t } = useTranslation();
  const { proposal, certainty, index, isChosen, onChoose } = props;
  const total = proposal.allocations.reduce((sum, part) => sum + part.amountCents, 0);
  const left = cents(props.leftCents - total);
  const who = [...new Set(proposal.allocations.map((part) => part.debtorName))].join(', ');
  return (
    <div className={styles.choice} data-chosen={isChosen}>
      <Radio
        checked={isChosen}
        onChange={onChoose}
        label={`${index + 1}. ${who}`}
        styles={{ label: { fontWeight: 600 } }}
      />
      {proposal.allocations.map((part) => (
        <Group key={part.invoiceId} justify="space-between" pl={32} mt={4} wrap="nowrap">
          <Text fz="sm">
            {part.number}
            {part.openCents !== part.amountCents && (
              <span className="quiet">
                {' '}
                ({t('bankWork.open')} <Money cents={part.openCents} />)
              </span>
            )}
          </Text>
          <Money cents={part.amountCents} />
        </Group>
      ))}
      {left > 0 && (
        <Group justify="space-between" pl={32} mt={4} className="quiet">
          <Text fz="sm">{t('bankWork.credit')}</Text>
          <Money cents={left} />
        </Group>
      )}
      {isChosen && (
        <div style={{ paddingLeft: 32, marginTop: 8 }}>
          <Reasons proposal={proposal} certainty={certainty} />
        </div>
      )}
    </div>
  );
}
