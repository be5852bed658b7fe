import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const tags = new Set(['paper-feed', 'paper-card', 'author-list', 'subscribe-form']);

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tags.has(tag) } } })],
});
