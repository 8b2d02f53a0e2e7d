import type { Locale } from '../localized.ts';
import type { ActingPort, CarriedFile, Instant } from './connector-port.ts';

/** A call that a machine makes: it says a text or plays a recording. */
export type OutgoingCall = {
  /** Same key, same call. */
  readonly key: string;
  /** E.164, such as `+31612345678`. */
  readonly to: string;
  readonly from: string;
  readonly language: Locale;
  readonly speech: { readonly text: string } | { readonly recording: CarriedFile };
  /** Keys that may be pressed, and nothing else is listened to. Empty: nothing is asked. */
  readonly acceptedKeys: readonly string[];
  /** Whether the message may be left on a voicemail; others could hear it. */
  readonly mayLeaveVoicemail: boolean;
};

export type CallState =
  'queued' | 'under-way' | 'answered' | 'voicemail' | 'busy' | 'no-answer' | 'failed';
export type CallStatus = {
  readonly state: CallState;
  readonly endedAt: Instant | null;
  readonly seconds: number | null;
  /** Of `acceptedKeys`, what was pressed. */
  readonly pressedKey: string | null;
  readonly reason: string | null;
};

/** Makes telephone calls. Throws the four errors of `connector-errors.ts`. */
export type VoicePort = ActingPort & {
  call(call: OutgoingCall): Promise<{ readonly providerId: string }>;
  status(providerId: string): Promise<CallStatus>;
};
