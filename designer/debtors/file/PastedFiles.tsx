import { ActionIcon, Button, FileButton, Group, Text } from '@mantine/core';
import { Paperclip, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

type PastedFilesProps = {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
};

/** What was pasted or chosen, and can still be taken away. */
export function PastedFiles({ files, onChange }: PastedFilesProps) {
  const { t } = useTranslation();
  return (
    <div>
      {files.map((file, index) => (
        <Group key={`${index}:${file.name}`} gap={6}>
          <Paperclip size={14} aria-hidden />
          <Text fz="sm">{file.name}</Text>
          <ActionIcon
            aria-label={t('file.removeFile', { name: file.name })}
            onClick={() => onChange(files.filter((one) => one !== file))}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <FileButton multiple onChange={(chosen) => onChange([...files, ...chosen])}>
        {(props) => (
          <Button {...props} variant="default" size="xs" leftSection={<Paperclip size={14} />}>
            {t('upload.choose')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
