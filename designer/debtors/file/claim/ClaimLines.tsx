import { type ClaimPart, localize } from '@inning/sdk';
import { useTranslation } from 'react-i18next';
import type { Claim, ClaimLine } from '../../../api/claims.ts';
import { Day } from '../../../ui/values/Day.tsx';
import { useLocale } from '../../../ui/values/format.ts';
import { Money } from '../../../ui/values/Money.tsx';
import { useSay } from '../../../ui/values/say.ts';
import styles from './claim.module.css';

const PARTS: readonly ClaimPart[] = ['principal', 'costs', 'interest'];

/** Each part with its lines, and what is open of it; the sums are those of every letter. */
export function ClaimLines({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  return (
    <div className={styles.scroll}>
      <table className={styles.lines} aria-label={t('claim.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('claim.day')}</th>
            <th scope="col">{t('claim.what')}</th>
            <th scope="col" className={styles.amount}>
              {t('claim.amount')}
            </th>
          </tr>
        </thead>
        {PARTS.map((part) => (
          <PartOfClaim key={part} part={part} claim={claim} />
        ))}
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('claim.total')}
            </th>
            <td className={styles.amount}>
              <Money cents={claim.openCents} currency={claim.currency} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function PartOfClaim({ part, claim }: { part: ClaimPart; claim: Claim }) {
  const { t } = useTranslation();
  const lines = claim.lines.filter((line) => line.part === part);
  if (lines.length === 0) return null;
  return (
    <tbody>
      {lines.map((line, index) => (
        // A line has no id of its own; the order of the server is fixed.
        // oxlint-disable-next-line no-array-index-key -- see above
        <Line key={index} line={line} currency={claim.currency} />
      ))}
      <tr className={styles.sum ?? ''}>
        <th scope="row" colSpan={2}>
          {t(`claim.open.${part}`)}
        </th>
        <td className={styles.amount}>
          <Money cents={claim.totals[part].openCents} currency={claim.currency} />
        </td>
      </tr>
    </tbody>
  );
}

function Line({ line, currency }: { line: ClaimLine; currency: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const say = useSay();
  return (
    <tr>
      <td>
        <Day on={line.on} />
      </td>
      <td>
        {line.reason ? say(line.reason) : t('claim.interestOn', { number: line.number })}
        {line.arithmetic.map((sentence) => (
          <div key={localize(sentence, locale)} className={styles.why}>
            {localize(sentence, locale)}
          </div>
        ))}
        {line.ground && (
          <div className={styles.why}>
            {localize(line.ground.sentence, locale)} ({line.ground.article})
          </div>
        )}
      </td>
      <td className={styles.amount}>
        <Money cents={line.amountCents} currency={currency} />
      </td>
    </tr>
  );
}
