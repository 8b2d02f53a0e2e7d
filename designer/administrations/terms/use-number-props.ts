import { useTranslation } from 'react-i18next';

/** How percents and euros are typed here. */
export function useNumberProps() {
  const { t } = useTranslation();
  const shared = {
    min: 0,
    decimalScale: 2,
    decimalSeparator: t('common.decimalSign'),
    hideControls: true,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      'label' | 'input' | 'description' | 'error'
    )[],
  };
  return {
    percent: { ...shared, max: 100, suffix: ' %' },
    euros: { ...shared, max: 1_000_000, fixedDecimalScale: true, prefix: '€ ' },
  };
}
