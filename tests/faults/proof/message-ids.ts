/** The ids of the communications that mails were made of: the part before the @ of their Message-ID. */
export function communicationIds(mails: readonly string[]): string[] {
  return mails.map(
    (mail) => /^Message-ID:\s*<([0-9a-f]{24})@/im.exec(mail)?.[1] ?? 'no Message-ID',
  );
}
