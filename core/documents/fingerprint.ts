import { hash } from 'node:crypto';

export type LetterText = { readonly subject: string; readonly html: string; readonly text: string };

/** SHA-256 over subject, HTML and text; each with its length, so that no text can move between them. */
export function fingerprintOf({ subject, html, text }: LetterText): string {
  const lengths = `${subject.length},${html.length},${text.length}`;
  return hash('sha256', `${lengths}:${subject}${html}${text}`);
}
