import { Button, Text } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './file-drop.module.css';

type FileDropProps = {
  readonly hint: string;
  readonly accept: string;
  readonly isBusy: boolean;
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** Files are dropped here, or chosen with the button. */
export function FileDrop({ hint, accept, isBusy, isDisabled, onFiles }: FileDropProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !isDisabled && !isBusy) onFiles(files);
  };
  const over = (event: DragEvent, isInside: boolean) => {
    event.preventDefault();
    setOver(isInside && !isDisabled);
  };
  return (
    <div
      role="group"
      aria-label={hint}
      className={styles.drop}
      data-over={isOver}
      data-disabled={isDisabled}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <FileUp size={26} strokeWidth={1.5} aria-hidden />
      <Text>{hint}</Text>
      <Button
        variant="default"
        loading={isBusy}
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      >
        {t('upload.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={t('upload.choose')}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
