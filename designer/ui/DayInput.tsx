import '@mantine/dates/styles.css';
import 'dayjs/locale/de';
import 'dayjs/locale/fr';
import 'dayjs/locale/nl';
import { DateInput } from '@mantine/dates';
import { type CalendarDate, isCalendarDate } from '@inning/sdk';
import { Calendar } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from './values/format.ts';

type DayInputProps = {
  /** Named by a label above it, or only for who cannot see it. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: CalendarDate | null;
  readonly onChange: (day: CalendarDate | null) => void;
  readonly from?: CalendarDate;
};

/** Choosing a day, written as people write it here. */
export function DayInput({ label, isLabelHidden, value, onChange, from }: DayInputProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <DateInput
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      value={value}
      onChange={(day) => onChange(isCalendarDate(day) ? day : null)}
      valueFormat="dd D MMM YYYY"
      locale={locale}
      firstDayOfWeek={1}
      weekendDays={[]}
      hideOutsideDates
      previousLabel={t('common.previousMonth')}
      nextLabel={t('common.nextMonth')}
      leftSection={<Calendar size={15} aria-hidden />}
      {...(from ? { minDate: from } : {})}
    />
  );
}
