import { Button, Stack, Text, Textarea } from '@mantine/core';
import { Check, RotateCcw, Send } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type FlowComment,
  useAddComment,
  useFlowComments,
  useSettleComment,
} from '../api/flow-comments.ts';
import { useMayWrite } from '../api/rights.ts';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Instant } from '../ui/values/Day.tsx';
import styles from './comments.module.css';

type CommentThreadProps = {
  readonly flowId: string;
  /** Null: about the flow as a whole. */
  readonly nodeId: string | null;
  /** What it is about, in words. */
  readonly about: string;
};

/** What was said of one step, or of the flow; and a place to say more. */
export function CommentThread({ flowId, nodeId, about }: CommentThreadProps) {
  const { t } = useTranslation();
  const comments = useFlowComments(flowId);
  return (
    <section className={styles.thread} aria-label={t('comments.about', { about })}>
      <Loaded query={comments}>
        {(all) => <Said flowId={flowId} said={all.filter((one) => one.nodeId === nodeId)} />}
      </Loaded>
      <SayMore key={nodeId} flowId={flowId} nodeId={nodeId} about={about} />
    </section>
  );
}

type SaidProps = { readonly flowId: string; readonly said: readonly FlowComment[] };

/** Open ones; what was settled is there when it is asked for. */
function Said({ flowId, said }: SaidProps) {
  const { t } = useTranslation();
  const [isAllShown, showAll] = useState(false);
  const settled = said.filter(({ resolvedAt }) => resolvedAt !== null).length;
  const shown = isAllShown ? said : said.filter(({ resolvedAt }) => resolvedAt === null);
  return (
    <Stack gap="xs">
      {said.length === 0 && (
        <Text className="quiet" fz="sm">
          {t('comments.none')}
        </Text>
      )}
      <ul className={styles.list}>
        {shown.map((comment) => (
          <Remark key={comment.id} flowId={flowId} comment={comment} />
        ))}
      </ul>
      {settled > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => showAll(!isAllShown)}>
          {isAllShown ? t('comments.hideSettled') : t('comments.showSettled', { count: settled })}
        </Button>
      )}
    </Stack>
  );
}

type RemarkProps = { readonly flowId: string; readonly comment: FlowComment };

function Remark({ flowId, comment }: RemarkProps) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const settle = useSettleComment(flowId);
  const { id, text, by, at, resolvedAt, resolvedBy, isInternal } = comment;
  const isOpen = resolvedAt === null;
  return (
    <li className={styles.remark} data-settled={!isOpen}>
      <Text fz="sm" fw={600}>
        {by} <span className="quiet">· </span>
        <Instant at={at} />
      </Text>
      <Text fz="sm" className={styles.words}>
        {text}
      </Text>
      {isInternal && (
        <Text fz="xs" className="quiet">
          {t('comments.internal')}
        </Text>
      )}
      {!isOpen && (
        <Text fz="xs" className="quiet">
          {t('comments.settledBy', { by: resolvedBy })} <Instant at={resolvedAt} />
        </Text>
      )}
      {mayWrite && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={isOpen ? <Check size={14} /> : <RotateCcw size={14} />}
          loading={settle.isPending}
          onClick={() => settle.mutate({ id, act: isOpen ? 'resolve' : 'reopen' })}
        >
          {isOpen ? t('comments.settle') : t('comments.reopen')}
        </Button>
      )}
    </li>
  );
}

function SayMore({ flowId, nodeId, about }: CommentThreadProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const add = useAddComment(flowId);
  if (!useMayWrite()) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ nodeId, text: text.trim() }, { onSuccess: () => setText('') });
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        label={t('comments.about', { about })}
        value={text}
        autosize
        minRows={2}
        maxLength={4_000}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        type="submit"
        mt="xs"
        size="sm"
        leftSection={<Send size={15} />}
        disabled={text.trim() === ''}
        loading={add.isPending}
      >
        {t('comments.send')}
      </Button>
    </form>
  );
}
