import { Checkbox } from '@mantine/core';
import { type Week, weekdayNames } from '@inning/sdk';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../values/format.ts';
import { weekWith } from './contact-week.ts';
import styles from './editors.module.css';
import { TimeInput } from './TimeInput.tsx';

type WeekTableProps = {
  readonly name: string;
  readonly week: Week;
  readonly isReadOnly: boolean;
  readonly onChange: (week: Week) => void;
};

/** Seven days with a beginning and an end; a day that is not ticked is closed. */
export function WeekTable({ name, week, isReadOnly, onChange }: WeekTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <table className={styles.week} aria-label={name}>
      <tbody>
        {weekdayNames(locale).map((day, index) => {
          const weekday = index + 1;
          const own = week.find((one) => one.weekday === weekday);
          const timeInput = (end: 'from' | 'to') => (
            <TimeInput
              size="xs"
              aria-label={t(`editors.hours.${end}`, { day })}
              value={own?.[end] ?? ''}
              disabled={isReadOnly || !own}
              error={own !== undefined && own.from >= own.to}
              onTime={(time) => own && onChange(weekWith(week, { ...own, [end]: time }))}
            />
          );
          return (
            <tr key={day}>
              <th scope="row">
                <Checkbox
                  size="xs"
                  label={day}
                  checked={own !== undefined}
                  disabled={isReadOnly}
                  onChange={(event) =>
                    onChange(
                      event.currentTarget.checked
                        ? weekWith(week, { weekday, from: '09:00', to: '17:00' })
                        : week.filter((one) => one.weekday !== weekday),
                    )
                  }
                />
              </th>
              <td>{timeInput('from')}</td>
              <td>{timeInput('to')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
