import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

function fromBuild() {
    const folder = process.env.TALON_NODE_MODULES;
    if (!folder || !existsSync(folder)) {
        throw new Error('TALON_NODE_MODULES must name <build folder>/pages/node_modules');
    }
    return createRequire(join(folder, 'loaded-from-here.js'));
}

/**
 * Loads a package that the build of the web pages installed. Where that lies is said by
 * TALON_NODE_MODULES: <build folder>/pages/node_modules.
 */
export function modules(name) {
    return fromBuild()(name);
}

/** The path of a file in such a package. */
export function modulePath(name) {
    return fromBuild().resolve(name);
}
