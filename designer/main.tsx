import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/theme/base.css';
import { createRoot } from 'react-dom/client';
import { invariant } from '@inning/sdk';
import { createClient } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { askWhetherSignedIn } from './api/session.ts';
import { createAppRouter } from './router.ts';
import { createTexts, rememberedLanguage, startTexts } from './texts/i18n.ts';
import { createNotices } from './ui/states/notices.ts';

const root = document.getElementById('root');
invariant(root, 'index.html has a root');

const language = rememberedLanguage();
const texts = createTexts();
const client = createClient();
client.useLanguage(language);
const queries = createQueryClient(createNotices(texts.t));
const router = createAppRouter({ client, queries });

// The texts, who is signed in, and the screen with what it shows: asked for at once, not one after the other.
const opening = askWhetherSignedIn(queries, client).then((isSignedIn) => {
  if (isSignedIn) void router.load();
});
await Promise.all([startTexts(texts, language), opening]);

createRoot(root).render(<App client={client} queries={queries} router={router} texts={texts} />);
