import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = process.env['INNING_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Inlined files would be `data:` addresses, which the content policy allows for images only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What every screen needs comes in a few files rather than in fifty.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/ },
            { name: 'texts', test: /node_modules[\\/](i18next|react-i18next)[\\/]/ },
            {
              name: 'pieces',
              test: /node_modules[\\/](@mantine[\\/](core|hooks|store|notifications|modals|spotlight)|@floating-ui|lucide-react|clsx)[\\/]/,
            },
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
