/** Where the other side sends the browser back: one address for each credential of each plugin. */
export const returnAddress =
  (publicUrl: string, pluginId: string) =>
  (credential: string): string =>
    `${publicUrl}/api/plugins/${pluginId}/credentials/${credential}/sign-in/return`;
