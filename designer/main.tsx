import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/theme/base.css';
import { createRoot } from 'react-dom/client';
import { invariant } from '@inning/sdk';
import { createClient } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { createAppRouter } from './routes.tsx';
import { startTexts } from './texts/i18n.ts';
import { createNotices } from './ui/states/notices.ts';

const root = document.getElementById('root');
invariant(root, 'index.html has a root');

const texts = await startTexts();
const client = createClient();
client.useLanguage(texts.language);

const queries = createQueryClient(createNotices(texts.t));

createRoot(root).render(
  <App client={client} queries={queries} router={createAppRouter()} texts={texts} />,
);
