import '@mantine/dates/styles.css';
import 'dayjs/locale/de';
import 'dayjs/locale/fr';
import 'dayjs/locale/nl';
import { DateInput } from '@mantine/dates';
import { type CalendarDate, isCalendarDate } from '@inning/sdk';
import { Calendar } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocale } from './values/format.ts';

type DayInputProps = {
  readonly label: ReactNode;
  readonly value: CalendarDate | null;
  readonly onChange: (day: CalendarDate | null) => void;
  readonly from?: CalendarDate;
  readonly description?: string;
  readonly clearable?: boolean;
};

/** Choosing a day, written as people write it here. */
export function DayInput({ label, value, onChange, from, ...rest }: DayInputProps) {
  const locale = useLocale();
  return (
    <DateInput
      {...rest}
      label={label}
      value={value}
      onChange={(day) => onChange(isCalendarDate(day) ? day : null)}
      valueFormat="dd D MMM YYYY"
      locale={locale}
      firstDayOfWeek={1}
      leftSection={<Calendar size={15} aria-hidden />}
      {...(from ? { minDate: from } : {})}
    />
  );
}
