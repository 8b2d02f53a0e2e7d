import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMayRead } from './rights.ts';

/** What is asked again when something of a noun happened. */
const TOUCHED: Readonly<Record<string, readonly string[]>> = {
  'flow.drafted': ['flow-editors'],
  'flow.commented': ['flow-comments'],
  flow: ['instances', 'debtors', 'overview', 'flows', 'watching'],
  task: ['tasks', 'debtors', 'overview'],
  communication: ['communications', 'debtors', 'mailbox', 'overview'],
  invoice: ['invoices', 'debtors', 'overview'],
  payment: ['invoices', 'debtors', 'bank', 'overview'],
  debtor: ['debtors', 'overview'],
  dispute: ['debtors', 'invoices', 'overview'],
  administration: ['administrations', 'overview'],
  trust: ['trust', 'invoices'],
  'bank-statement': ['bank', 'overview'],
  'bank-line': ['bank', 'overview'],
};
const EVERYTHING = Object.values(TOUCHED).flat();
const GATHER_MS = 600;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/** Keeps what is on the screen up to date while the line is open; tells whether it is. */
export function useLiveUpdates(): { readonly isLive: boolean } {
  const queries = useQueryClient();
  const mayHear = useMayRead();
  const [isLive, setLive] = useState(false);

  useEffect(() => {
    if (!mayHear) return undefined;
    const gathered = gather((roots) => {
      for (const root of roots) void queries.invalidateQueries({ queryKey: [root] });
    });
    const close = listen({
      onEvent: (name) => gathered.add(rootsOf(name)),
      onOpen(isAgain) {
        setLive(true);
        // What happened while the line was broken was told to nobody.
        if (isAgain) gathered.add(EVERYTHING);
      },
      onClose: () => setLive(false),
      onEnd: () => void queries.invalidateQueries({ queryKey: ['session'] }),
    });
    return () => {
      close();
      gathered.stop();
    };
  }, [queries, mayHear]);

  return { isLive };
}

export function rootsOf(eventName: string): readonly string[] {
  return TOUCHED[eventName] ?? TOUCHED[eventName.split('.')[0] ?? ''] ?? [];
}

/** A run sends hundreds of events in a second: they are answered with one round of questions. */
function gather(flush: (roots: ReadonlySet<string>) => void) {
  let roots = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add(more: readonly string[]) {
      for (const root of more) roots.add(root);
      if (roots.size === 0 || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        flush(roots);
        roots = new Set();
      }, GATHER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

/** The server hangs up with this when the session has ended. */
const SIGNED_OUT = 4401;

type Line = {
  readonly onEvent: (name: string) => void;
  readonly onOpen: (isAgain: boolean) => void;
  readonly onClose: () => void;
  readonly onEnd: () => void;
};

/** Opens the line and opens it again, ever less often, when it breaks. */
function listen({ onEvent, onOpen, onClose, onEnd }: Line): () => void {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = FIRST_RETRY_MS;
  let isStopped = false;
  let wasOpen = false;

  const open = () => {
    const { protocol, host } = window.location;
    socket = new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/live`);
    socket.onopen = () => {
      retryMs = FIRST_RETRY_MS;
      onOpen(wasOpen);
      wasOpen = true;
    };
    socket.onmessage = (message) => onEvent(eventName(message.data));
    socket.onclose = ({ code }) => {
      onClose();
      if (code === SIGNED_OUT) return onEnd();
      if (isStopped) return;
      timer = setTimeout(open, retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    };
  };
  open();

  return () => {
    isStopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}

function eventName(text: unknown): string {
  try {
    const event: unknown = JSON.parse(String(text));
    return typeof event === 'object' && event !== null && 'name' in event ? String(event.name) : '';
  } catch {
    return '';
  }
}
