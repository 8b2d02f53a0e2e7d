import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VersionRow } from '../../api/drawing.ts';
import { useFlowVersion } from '../../api/flows.ts';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { CasesPerStep } from '../../versions/CasesPerStep.tsx';

const CHOICES = ['stay', 'migrate', 'drain'] as const;
export type CasesChoice = (typeof CHOICES)[number];

type ChooseCasesProps = {
  readonly flowId: string;
  readonly publishedVersion: number;
  readonly versions: readonly VersionRow[];
  readonly choice: CasesChoice;
  readonly choose: (choice: CasesChoice) => void;
};

/** The cases inside, at each step, and what becomes of them. */
export function ChooseCases(props: ChooseCasesProps) {
  const { flowId, publishedVersion, versions, choice, choose } = props;
  const { t } = useTranslation();
  const count = versions.reduce((sum, { runningCount }) => sum + runningCount, 0);
  const inNewest = versions.find(({ version }) => version === publishedVersion)?.runningCount ?? 0;
  const version = useFlowVersion(flowId, publishedVersion);
  const choices = CHOICES.filter((one) => one !== 'migrate' || inNewest > 0);
  return (
    <Radio.Group
      label={t('versions.chooseCases', { count })}
      value={choice}
      onChange={(value) => choose(value as CasesChoice)}
    >
      <Stack gap="xs" mt={4}>
        <Loaded query={version}>{(read) => <CasesPerStep version={read} />}</Loaded>
        {count > inNewest && (
          <Text fz="sm" className="quiet">
            {t('versions.casesOlder', { count: count - inNewest })}
          </Text>
        )}
        {choices.map((one) => (
          <Radio
            key={one}
            value={one}
            label={t(`versions.choices.${one}`)}
            description={t(`versions.choiceHints.${one}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
