import { Button, Popover, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BankLine } from '../api/bank.ts';
import { useSay } from '../ui/values/say.ts';
import { PayoutLines } from './PayoutLines.tsx';
import { Reasons } from './Reasons.tsx';

/** What was made of a line, and one click away why. */
export function WhyLine({ line }: { line: BankLine }) {
  const { t } = useTranslation();
  const say = useSay();
  const [best] = line.match?.proposals ?? [];
  return (
    <>
      <Text fz="sm">{say(line.because)}</Text>
      {line.booked.length > 0 && (
        <Text className="quiet" fz="sm">
          {line.booked.map((part) => `${part.number} · ${part.debtorName}`).join(', ')}
        </Text>
      )}
      {line.because?.code === 'online-payments.settled' && <PayoutLines lineId={line.id} />}
      {best && (
        <Popover width={340} shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <Button size="compact-xs" variant="subtle" px={0}>
              {t('bankWork.why')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Reasons proposal={best} certainty={line.match?.certainty ?? 0} />
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}
