import { defineConfig } from 'vitest/config';

export default defineConfig({
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    test: {
        include: ['tests/web/unit/**/*.test.ts'],
        environment: 'node',
        testTimeout: 30_000, // A machine that builds at the same time is slow.
    },
});
