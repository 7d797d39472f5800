import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Everything is emitted as files of the same origin: the server's policy allows no inline script or style. */
export default defineConfig(({ command }) => {
  // Whoever starts the build (a test does, with its own NODE_ENV), what is served is the production build.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: import.meta.dirname,
    plugins: [react()],
    build: {
      target: 'es2022',
      assetsInlineLimit: 0,
      manifest: true,
      modulePreload: { polyfill: false },
      reportCompressedSize: true,
    },
    // What a worker needs only for some files is fetched when such a file comes.
    worker: { format: 'es' },
    server: { proxy: { '/api': process.env['GONGZE_API'] ?? 'http://127.0.0.1:4646' } },
  };
});
