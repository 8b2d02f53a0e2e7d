import { useTranslation } from 'react-i18next';

const PROGRAMS = ['system', 'import', 'inning', 'flow', 'online'] as const;

/** Who did something: a person by name, the platform by what it was doing. */
export function By({ who }: { who: string | null }) {
  const { t } = useTranslation();
  if (who === null) return null;
  const program = PROGRAMS.find((one) => one === who);
  return <> · {program ? t(`by.${program}`) : who}</>;
}
