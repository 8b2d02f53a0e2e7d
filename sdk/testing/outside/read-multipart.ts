import { base64ToBytes, bytesToText } from '../../wire/index.ts';

/** The parts of such a body by name: texts, and for a file its name.  */
export function readMultipart(contentType: string, bodyBase64: string): Record<string, string> {
  const boundary = contentType.split('boundary=')[1] ?? '';
  const bytes = base64ToBytes(bodyBase64);
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const fields: Record<string, string> = {};
  for (const part of text.split(`--${boundary}`).slice(1, -1)) {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const name = utf8(/ name="([^"]*)"/.exec(head)?.[1] ?? '');
    const file = /filename="([^"]*)"/.exec(head)?.[1];
    fields[name] = utf8(file ?? rest.join('\r\n\r\n').slice(0, -2));
  }
  return fields;
}

const utf8 = (latin: string) =>
  bytesToText(Uint8Array.from(latin, (sign) => sign.charCodeAt(0)))
    .replaceAll('%22', '"')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n');
