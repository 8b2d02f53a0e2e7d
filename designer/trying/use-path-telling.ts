import { cents, localize } from '@inning/sdk';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue, useFlows } from '../api/flows.ts';
import type { TriedLine } from '../api/trying.ts';
import { useFormat, useLocale } from '../ui/values/format.ts';
import { sayClaimValue } from '../ui/values/say-claim-value.ts';
import { useSay } from '../ui/values/say.ts';
import type { PathTelling } from './to-path.ts';

/** What a simulation says, with the names of outcomes and of what a branch looked at. */
export function usePathTelling(): PathTelling {
  const { t } = useTranslation();
  const locale = useLocale();
  const format = useFormat();
  const say = useSay();
  const types = useCatalogue().data;
  const flows = useFlows().data;
  return useMemo(() => {
    const outcomeOf = ({ type, outcome }: TriedLine) => {
      const name = types?.get(type)?.outcomes[outcome ?? ''];
      return name ? localize(name, locale) : (outcome ?? '');
    };
    const valuesOf = ({ values }: TriedLine) =>
      Object.entries(values)
        .map(([field, value]) => sayClaimValue(field, value, format))
        .join(', ');
    return {
      event: (line) =>
        line.event === 'done' && line.outcome ? outcomeOf(line) : t(`flows.events.${line.event}`),
      sentence: (line) => [say(line.because), valuesOf(line)].filter(Boolean).join(' · '),
      payment: {
        title: t('trying.payment'),
        sentence: (amountCents) =>
          t('trying.paymentIn', { amount: format.money(cents(amountCents)) }),
      },
      otherFlow: (slug) => {
        const name = flows?.find((one) => one.slug === slug)?.name;
        return name ? localize(name, locale) : slug;
      },
    };
  }, [t, locale, format, say, types, flows]);
}
