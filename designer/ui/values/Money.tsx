import type { Cents } from '@inning/sdk';
import { useFormat } from './format.ts';

type MoneyProps = {
  readonly cents: Cents;
  readonly currency?: string;
  /** Zero says little in a long column: it is shown quietly. */
  readonly quietZero?: boolean;
};

export function Money({ cents, currency, quietZero }: MoneyProps) {
  const format = useFormat();
  return (
    <span className={`number${quietZero && cents === 0 ? ' quiet' : ''}`}>
      {format.money(cents, currency)}
    </span>
  );
}
