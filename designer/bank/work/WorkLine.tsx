import { Button, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BankLine, useBookLine } from '../../api/bank.ts';
import { useMayWrite } from '../../api/rights.ts';
import { Day } from '../../ui/values/Day.tsx';
import { Money } from '../../ui/values/Money.tsx';
import { useSay } from '../../ui/values/say.ts';
import { BookLine } from '../BookLine.tsx';
import { AssignLine } from './AssignLine.tsx';
import { ProposalChoice } from './ProposalChoice.tsx';
import { SetAside } from './SetAside.tsx';
import { useWorkKeys } from './use-work-keys.ts';

type Asking = 'split' | 'assign' | 'unrelated' | 'refund';
type WorkLineProps = {
  readonly line: BankLine;
  readonly region: RefObject<HTMLElement | null>;
  readonly onGo: (step: number) => void;
  readonly onUndoLast: () => void;
  readonly onDone: () => void;
};

const ACTIONS: readonly { readonly ask: Asking; readonly key: string }[] = [
  { ask: 'split', key: 's' },
  { ask: 'assign', key: 'd' },
  { ask: 'unrelated', key: 'n' },
  { ask: 'refund', key: 't' },
];

/** One line: what the bank says, what it may pay and why, and what one can do with it. */
export function WorkLine({ line, region, onGo, onUndoLast, onDone }: WorkLineProps) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [chosen, choose] = useState(0);
  const [asking, ask] = useState<Asking | null>(null);
  const book = useBookLine(t('bank.booked'));
  const proposals = line.match?.proposals ?? [];
  const accept = () => {
    const allocations = proposals[chosen]?.allocations;
    if (!allocations || book.isPending) return;
    const plain = allocations.map(({ invoiceId, amountCents }) => ({ invoiceId, amountCents }));
    book.mutate({ id: line.id, allocations: plain }, { onSuccess: onDone });
  };
  const isEmpty = proposals.length === 0;
  const keys = {
    ArrowDown: () => onGo(1),
    ArrowUp: () => onGo(-1),
    z: onUndoLast,
    ...Object.fromEntries(proposals.map((_, index) => [String(index + 1), () => choose(index)])),
    ...(mayWrite && { a: accept }),
    ...(mayWrite && Object.fromEntries(ACTIONS.map((one) => [one.key, () => ask(one.ask)]))),
  };
  useWorkKeys(region, keys, asking === null);
  const first = useFocusWhenOpened(region);
  return (
    <Stack gap="md">
      <About line={line} />
      <Proposals line={line} chosen={chosen} onChoose={choose} />
      {mayWrite && (
        <Group gap="xs">
          <Button ref={first} onClick={accept} loading={book.isPending} disabled={isEmpty}>
            {t('bankWork.accept')} <Key name="A" />
          </Button>
          {ACTIONS.map((one) => (
            <Button key={one.ask} variant="default" onClick={() => ask(one.ask)}>
              {t(`bankWork.${one.ask}`)} <Key name={one.key.toUpperCase()} />
            </Button>
          ))}
        </Group>
      )}
      <Text className="quiet" fz="sm" visibleFrom="sm">
        {t('bankWork.keys')}
      </Text>
      <Question asking={asking} line={line} onClose={() => ask(null)} onDone={onDone} />
    </Stack>
  );
}

type QuestionProps = {
  readonly asking: Asking | null;
  readonly line: BankLine;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

function Question({ asking, ...props }: QuestionProps) {
  if (asking === null) return null;
  if (asking === 'split') return <BookLine {...props} />;
  if (asking === 'assign') return <AssignLine {...props} />;
  return <SetAside how={asking} {...props} />;
}

type ProposalsProps = {
  readonly line: BankLine;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
};

function Proposals({ line, chosen, onChoose }: ProposalsProps) {
  const { t } = useTranslation();
  const proposals = line.match?.proposals ?? [];
  if (proposals.length === 0) return <Text className="quiet">{t('bankWork.noProposalLong')}</Text>;
  return (
    <div role="radiogroup" aria-label={t('bankWork.proposals')}>
      <Stack gap="xs">
        {proposals.map((proposal, index) => (
          <ProposalChoice
            key={index}
            proposal={proposal}
            certainty={index === 0 ? (line.match?.certainty ?? null) : null}
            leftCents={line.amountCents}
            index={index}
            isChosen={index === chosen}
            onChoose={() => onChoose(index)}
          />
        ))}
      </Stack>
    </div>
  );
}

/** The first action has the focus on every line, so that the keys go on working. */
function useFocusWhenOpened(region: RefObject<HTMLElement | null>) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    const isFree = focused === null || focused === document.body;
    if (!isFree && !region.current?.contains(focused)) return;
    const target = first.current?.disabled === false ? first.current : region.current;
    target?.focus({ preventScroll: true });
  }, [region]);
  return first;
}

const Key = ({ name }: { name: string }) => (
  <Kbd ml={8} size="xs" visibleFrom="md" aria-hidden>
    {name}
  </Kbd>
);

function About({ line }: { line: BankLine }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} fz="lg" style={{ overflowWrap: 'anywhere' }}>
          {line.counterpartyName ?? t('common.unknown')}
        </Title>
        <Text fz="lg" fw={600} style={{ whiteSpace: 'nowrap' }}>
          <Money cents={line.amountCents} currency={line.currency} />
        </Text>
      </Group>
      <Text className="quiet" fz="sm" style={{ overflowWrap: 'anywhere' }}>
        <Day on={line.bookedOn} />
        {line.counterpartyAccount && ` · ${line.counterpartyAccount}`}
      </Text>
      <Text mt={6} style={{ overflowWrap: 'anywhere' }}>
        {[line.structuredReference, line.description].filter(Boolean).join(' · ') ||
          t('bankWork.noText')}
      </Text>
      {line.because && (
        <Text className="quiet" fz="sm" mt={4}>
          {say(line.because)}
        </Text>
      )}
    </div>
  );
}
