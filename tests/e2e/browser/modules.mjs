import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Loads a package that the build of the web pages installed. Where that lies is said by
 * TALON_NODE_MODULES: <build folder>/pages/node_modules.
 */
export function modules(name) {
    const folder = process.env.TALON_NODE_MODULES;
    if (!folder || !existsSync(folder)) {
        throw new Error('TALON_NODE_MODULES must name <build folder>/pages/node_modules');
    }
    return createRequire(join(folder, 'loaded-from-here.js'))(name);
}
