import { Alert } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StatementWarning } from '../api/bank.ts';
import { useSay } from '../ui/values/say.ts';

/** What is odd about statements that were read, each with where it is in the file. */
export function StatementWarnings({ warnings }: { warnings: readonly StatementWarning[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const whole = ({ because, line, count }: StatementWarning) => {
    const said = [say(because)];
    if (line !== null) said.unshift(`${t('imports.line', { line })}:`);
    if (count > 1) said.push(t('statementWarnings.times', { count }));
    return said.join(' ');
  };
  return warnings.map((warning, at) => (
    <Alert key={at} icon={<TriangleAlert size={16} />} color="late" mt="xs">
      {whole(warning)}
    </Alert>
  ));
}
