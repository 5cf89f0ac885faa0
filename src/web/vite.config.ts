/** How the pages are built, and served while one works on them: `npm run pages` beside `npm start`. */
import { join } from 'node:path';
import { defineConfig } from 'vite';

const service = 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: join(import.meta.dirname, '..', '..', '.web', 'cache'),
  oxc: { jsx: { runtime: 'automatic' } },
  // As new as Midas' tokens want: an older target would rewrite their switches between light and dark.
  build: {
    cssTarget: 'chrome123',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': service, '/docs': service, '/health': service } },
});
