import type { Speech } from './i18n';
import type { Words } from './wire';

/** The name of what a row refers to by its id; empty when the settings have it no longer. */
export function nameIn(
    all: readonly { id: number; name: Words }[],
    id: number,
    speech: Speech,
): string {
    const found = all.find((item) => item.id === id);
    return found ? speech.inLanguage(found.name) : '';
}
