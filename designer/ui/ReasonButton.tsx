import { Button } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { ReasonForm } from './ReasonForm.tsx';

type WhenDone = { readonly onSuccess: () => void };
type ReasonButtonProps = {
  /** The verb, on the button and again in the dialog. */
  readonly action: string;
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly says: string;
  readonly isBusy: boolean;
  /** Goes to a mutation together with the reason, so that the dialog closes when it is done. */
  readonly onReason: (reason: string, whenDone: WhenDone) => void;
};

/** A button that asks for the reason before anything changes. */
export function ReasonButton({ icon: Icon, onReason, ...form }: ReasonButtonProps) {
  const [isAsking, ask] = useState(false);
  const close = () => ask(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={Icon && <Icon size={14} aria-hidden />}
        onClick={() => ask(true)}
      >
        {form.action}
      </Button>
      {isAsking && (
        <ReasonForm
          {...form}
          onClose={close}
          onReason={(reason) => onReason(reason, { onSuccess: close })}
        />
      )}
    </>
  );
}
