import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

const SERVER = process.env['INNING_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    react(),
    // Packed once here, so that a slow line fetches a third and the server packs nothing.
    compression({ algorithms: ['gzip'], include: /\.(js|css|svg|ttf)$/, threshold: 1_000 }),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Inlined files would be `data:` addresses, which the content policy allows for images only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // A browser asks for six files at a time: what many screens need comes in a few rather than in fifty.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'] },
            { name: 'dates', test: /@mantine[\\/]dates|dayjs|DayInput/ },
            { name: 'canvas', test: /node_modules[\\/](@xyflow|d3-\w+|zustand)[\\/]/ },
            { name: 'common', test: /[\\/](designer|sdk)[\\/]|@mantine|lucide/, minShareCount: 4 },
          ],
        },
      },
      treeshake: {
        // The SDK only declares things: what a screen does not use may be left out.
        moduleSideEffects: (id) => !/[\\/]sdk[\\/]|[\\/]typebox[\\/]/.test(id),
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: SERVER, ws: true },
      '/plugins': SERVER,
      '/p/': SERVER,
      '/openapi.json': SERVER,
      '/docs': SERVER,
    },
  },
});
