import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

function filesIn(folder: string): string[] {
    return readdirSync(folder)
        .sort()
        .flatMap((name) => {
            const path = join(folder, name);
            return statSync(path).isDirectory() ? filesIn(path) : [path];
        });
}

/** Lists what was built as a Qt resource, so that the controller carries its pages in itself. */
function listAsResource(): Plugin {
    let folder = '';
    return {
        name: 'talon-resource-list',
        configResolved: (config) => {
            folder = config.build.outDir;
        },
        closeBundle: () => {
            const lines = filesIn(folder)
                .map((path) => relative(folder, path))
                .filter((path) => path !== 'pages.qrc')
                .map((path) => `        <file>${path}</file>`);
            const text = [
                '<RCC>',
                '    <qresource prefix="/web">',
                ...lines,
                '    </qresource>',
                '</RCC>',
                '',
            ];
            writeFileSync(join(folder, 'pages.qrc'), text.join('\n'));
        },
    };
}

// File names carry no hashes: the list of embedded files stays the same from build to build, and
// the controller answers with an ETag of its own. Nothing is inlined: the pages run under
// "default-src 'self'".
export default defineConfig({
    root: here,
    base: '/',
    plugins: [listAsResource()],
    build: {
        outDir: process.env['TALON_PAGES_OUT'] ?? join(here, 'dist'),
        emptyOutDir: true,
        assetsInlineLimit: 0,
        target: 'es2021',
        cssCodeSplit: false,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        rollupOptions: {
            input: ['index', 'console', 'dashboard'].map((page) => join(here, `${page}.html`)),
            output: {
                entryFileNames: 'assets/[name].js',
                chunkFileNames: 'assets/[name].js',
                assetFileNames: 'assets/[name][extname]',
                manualChunks: (id) =>
                    /node_modules|src\/(shared|i18n|style|[a-z_]+\.ts)/.test(id)
                        ? 'shared'
                        : undefined,
            },
        },
    },
});
