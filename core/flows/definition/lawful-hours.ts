import {
  addDays,
  type CalendarDate,
  type Channel,
  CHANNELS,
  type ContactHours,
  type Country,
  timeOf,
  type Week,
  weekday,
} from '@inning/sdk';

const LOOK_AHEAD_DAYS = 42;

/** The hours in which a country lets a consumer be contacted in a usual week, by channels that differ. */
export function lawfulHours(
  country: Pick<Country, 'holiday' | 'contactWindow'>,
  today: CalendarDate,
): ContactHours {
  const usual = weekOf(country, today, 'mail');
  const others = CHANNELS.flatMap((channel) => {
    const own = weekOf(country, today, channel);
    return JSON.stringify(own) === JSON.stringify(usual) ? [] : [[channel, own] as const];
  });
  return { usual, ...Object.fromEntries(others) };
}

function weekOf(
  country: Pick<Country, 'holiday' | 'contactWindow'>,
  today: CalendarDate,
  channel: Channel,
): Week {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((wanted) => {
    const day = usualDay(country, today, wanted);
    const open = country.contactWindow({ day, channel, debtorKind: 'consumer' });
    return open ? [{ weekday: wanted, from: timeOf(open.from), to: timeOf(open.to) }] : [];
  });
}

/** The first such day of the week that is no holiday. */
function usualDay(
  country: Pick<Country, 'holiday'>,
  today: CalendarDate,
  wanted: number,
): CalendarDate {
  const first = addDays(today, (wanted - weekday(today) + 7) % 7);
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead += 7) {
    if (country.holiday(addDays(first, ahead)) === null) return addDays(first, ahead);
  }
  return first;
}
