/**
 * Reads JSON strictly, as the C++ side does: a missing field, a wrong type or an unknown name is
 * an error that names the field; fields nobody asks for are passed over.
 */

export class WireError extends Error {
    constructor(
        readonly field: string,
        what: string,
    ) {
        super(`${field} ${what}`);
    }
}

export type Read<T> = (value: unknown, path: string) => T;
export type Wire<R> = R extends Read<infer T> ? T : never;

export const text: Read<string> = (value, path) => {
    if (typeof value !== 'string') {
        throw new WireError(path, 'must be a text');
    }
    return value;
};

export const integer: Read<number> = (value, path) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
        throw new WireError(path, 'must be a whole number');
    }
    return value;
};

export const flag: Read<boolean> = (value, path) => {
    if (typeof value !== 'boolean') {
        throw new WireError(path, 'must be true or false');
    }
    return value;
};

export function choice<const Names extends readonly string[]>(
    ...names: Names
): Read<Names[number]> {
    return (value, path) => {
        if (typeof value !== 'string' || !names.includes(value)) {
            throw new WireError(path, 'is not a known name');
        }
        return value;
    };
}

/** Not known is null; the field itself must be there. */
export function maybe<T>(read: Read<T>): Read<T | null> {
    return (value, path) => (value === null ? null : read(value, path));
}

export function list<T>(read: Read<T>): Read<T[]> {
    return (value, path) => {
        if (!Array.isArray(value)) {
            throw new WireError(path, 'must be a list');
        }
        return value.map((item: unknown, index) => read(item, `${path}[${index}]`));
    };
}

function fieldsOf(value: unknown, path: string): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new WireError(path || 'message', 'must be an object');
    }
    return value as Record<string, unknown>;
}

type Shape = Record<string, Read<unknown>>;

export function record<S extends Shape>(shape: S): Read<{ [K in keyof S]: Wire<S[K]> }> {
    return (value, path) => {
        const given = fieldsOf(value, path);
        const taken: Record<string, unknown> = {};
        for (const [key, read] of Object.entries(shape)) {
            const field = path ? `${path}.${key}` : key;
            if (given[key] === undefined) {
                throw new WireError(field, 'is missing');
            }
            taken[key] = read(given[key], field);
        }
        return taken as { [K in keyof S]: Wire<S[K]> };
    };
}

/** A text in each language it exists in: {"ru": "Оплата", "en": "Payment"}. */
export const texts: Read<Record<string, string>> = (value, path) => {
    const given = fieldsOf(value, path);
    for (const [language, words] of Object.entries(given)) {
        text(words, `${path}.${language}`);
    }
    return given as Record<string, string>;
};
