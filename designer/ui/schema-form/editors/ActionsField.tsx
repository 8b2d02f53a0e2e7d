import { ActionIcon, Fieldset, Group, Select, Stack } from '@mantine/core';
import { type CatalogueEntry, localize } from '@inning/sdk';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../values/format.ts';
import type { FieldProps } from '../field-props.ts';
import { emptyValue, type FieldSchema } from '../read-schema.ts';
import { SchemaForm } from '../SchemaForm.tsx';
import { useFormWorld } from './form-world.ts';

type Member = {
  readonly type: string;
  readonly version: number;
  readonly config: Readonly<Record<string, unknown>>;
};

/** Actions that are executed at once, each with the settings of its own type. */
export function ActionsField(props: FieldProps) {
  const { label, value, path, isReadOnly, onChange } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const { types } = useFormWorld();
  const members = Array.isArray(value) ? (value as Member[]) : [];
  const choices = [...types.values()]
    .filter(({ kind, isEnd }) => kind === 'action' && !isEnd)
    .map(({ id, title }) => ({ value: id, label: localize(title, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  const add = (type: string | null) => {
    const entry = types.get(type ?? '');
    if (entry) onChange([...members, freshMember(entry)]);
  };
  return (
    <Fieldset legend={label} p="xs">
      <Stack gap="xs">
        {members.map((member, index) => (
          // Rows have no identity of their own: their place is who they are.
          // oxlint-disable-next-line no-array-index-key
          <MemberForm
            key={`${index} ${member.type}`}
            {...props}
            member={member}
            path={`${path}.${index}`}
            onChange={(next) => onChange(members.with(index, next as Member))}
            onRemove={() => onChange(members.toSpliced(index, 1))}
          />
        ))}
        <Select
          aria-label={t('editors.addAction')}
          placeholder={t('editors.addAction')}
          error={props.problems[path]}
          data={choices}
          value={null}
          searchable
          disabled={isReadOnly}
          onChange={add}
        />
      </Stack>
    </Fieldset>
  );
}

type MemberFormProps = FieldProps & { readonly member: Member; readonly onRemove: () => void };

function MemberForm({ member, path, problems, isReadOnly, ...props }: MemberFormProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const entry = useFormWorld().types.get(member.type);
  const title = entry ? localize(entry.title, locale) : member.type;
  return (
    <Fieldset p="xs" legend={title}>
      <Group align="flex-start" wrap="nowrap" gap="xs">
        <div style={{ flex: 1, minWidth: 0 }}>
          {entry && (
            <SchemaForm
              schema={entry.config as unknown as FieldSchema}
              value={member.config}
              path={`${path}.config`}
              problems={problems}
              isReadOnly={isReadOnly}
              onChange={(config) => props.onChange({ ...member, config })}
            />
          )}
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          disabled={isReadOnly}
          aria-label={t('form.removeRow', { name: title })}
          onClick={props.onRemove}
        >
          <Trash2 size={16} />
        </ActionIcon>
      </Group>
    </Fieldset>
  );
}

const freshMember = ({ id, version, config }: CatalogueEntry): Member => ({
  type: id,
  version,
  config: emptyValue(config as unknown as FieldSchema) as Member['config'],
});
