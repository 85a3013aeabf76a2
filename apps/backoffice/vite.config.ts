import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The other rooms are read from their sources; nothing need be built before.
  resolve: { conditions: ['@permanence/source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': 'http://localhost:3000' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    manifest: true,
    chunkSizeWarningLimit: 2000,
    // Small images stay files: the page's policy allows data: for images, but a file is cached.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
