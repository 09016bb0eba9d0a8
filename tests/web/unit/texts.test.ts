import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { languages, Speech, type Language } from '../../../controller/web/src/i18n';
import { refusals } from '../../../controller/web/src/wire';
import { sourceFolder } from './support';

const sources = join(sourceFolder, 'controller/web/src');

function filesIn(folder: string): string[] {
    return readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}

const scripts = filesIn(sources).filter(
    (path) => /\.tsx?$/.test(path) && !relative(sources, path).startsWith('i18n/'),
);

/** Texts for people that stand in a source instead of in i18n: "file:line: text". */
function bareTexts(path: string): string[] {
    const source = ts.createSourceFile(
        path,
        readFileSync(path, 'utf8'),
        ts.ScriptTarget.Latest,
        true,
        path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    );
    const spoken = new Set(['aria-label', 'aria-description', 'alt', 'placeholder', 'title']);
    const found: string[] = [];
    const note = (node: ts.Node, words: string) => {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${relative(sources, path)}:${line + 1}: ${words.trim()}`);
    };
    const look = (node: ts.Node): void => {
        if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) {
            note(node, node.text);
        }
        if (
            ts.isJsxAttribute(node) &&
            spoken.has(node.name.getText()) &&
            node.initializer &&
            ts.isStringLiteral(node.initializer) &&
            /\p{L}/u.test(node.initializer.text)
        ) {
            note(node, node.initializer.text);
        }
        if (ts.isStringLiteralLike(node) && /\p{Script=Cyrillic}{2}/u.test(node.text)) {
            note(node, node.text);
        }
        ts.forEachChild(node, look);
    };
    look(source);
    return found;
}

const valuesIn = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([hit]) => hit).sort();

describe('the texts', () => {
    const names = Object.keys(languages.ru) as (keyof typeof languages.ru)[];

    it.each(Object.keys(languages) as Language[])('are all there in %s', (language) => {
        const missing = names.filter((name) => !languages[language][name]?.trim());
        expect(missing).toEqual([]);
        expect(Object.keys(languages[language]).sort()).toEqual([...names].sort());
    });

    it('take the same values in every language', () => {
        const differing = names.filter(
            (name) => valuesIn(languages.ru[name]).join() !== valuesIn(languages.en[name]).join(),
        );
        expect(differing).toEqual([]);
    });

    it('are in the language that they say', () => {
        const cyrillic = /\p{Script=Cyrillic}/u;
        expect(names.filter((name) => cyrillic.test(languages.en[name]))).toEqual([]);
        const latin = names.filter((name) =>
            /[a-z]{3,}/i.test(languages.ru[name].replace(/\{\w+\}/g, '')),
        );
        expect(latin).toEqual(['keyEnter', 'keyEscape', 'keyUndo']); // As printed on the keyboard.
    });

    it('stand in i18n only', () => {
        expect(scripts.length).toBeGreaterThan(20);
        expect(scripts.flatMap(bareTexts)).toEqual([]);
    });

    it('are all in use', () => {
        const code = scripts.map((path) => readFileSync(path, 'utf8')).join('\n');
        const speech = readFileSync(join(sources, 'i18n/index.ts'), 'utf8');
        const byKind = [
            'refusal_',
            'segment_',
            'visit_',
            'filter_',
            'role_',
            'cancel_',
            'drop_',
            'closed_',
            'issuing_',
            'issuingChoice_',
            'issuingHint_',
        ];
        const unused = names.filter(
            (name) =>
                !new RegExp(`['"]${name}['"]`).test(code + speech) &&
                !byKind.some((kind) => name.startsWith(kind)),
        );
        expect(unused).toEqual([]);
    });
});

describe('a speech', () => {
    it('has words of its own for every refusal', () => {
        for (const language of Object.keys(languages) as Language[]) {
            const speech = new Speech(language);
            const said = refusals.map((refusal) => speech.refusal(refusal));
            expect(new Set(said).size).toBe(refusals.length);
        }
    });

    it('names a refusal that a newer office has and it does not know', () => {
        expect(new Speech('ru').refusal('printerOnFire')).toContain('printerOnFire');
    });

    it('counts in Russian as Russian does', () => {
        const speech = new Speech('ru');
        expect([1, 2, 5, 11, 21, 22].map((count) => speech.people(count))).toEqual([
            '1 человек',
            '2 человека',
            '5 человек',
            '11 человек',
            '21 человек',
            '22 человека',
        ]);
        expect(speech.times(3)).toBe('3 раза');
    });

    it('says a length of time in words', () => {
        expect(new Speech('ru').length(7 * 60_000 + 59_000)).toBe('7 мин');
        expect(new Speech('ru').length(65 * 60_000)).toBe('1 ч 05 мин');
        expect(new Speech('en').shortLength(45_900)).toBe('45 s');
    });

    it('says a forecast as a range of whole minutes, never narrower than it is', () => {
        const range = (low: number, high: number, language: Language = 'ru') =>
            new Speech(language).range({ lowSeconds: low, highSeconds: high });
        expect(range(300, 600)).toBe('5–10 мин');
        expect(range(359, 541)).toBe('5–10 мин');
        expect(range(300, 300)).toBe('5 мин');
        expect(range(0, 0)).toBe('до 1 мин');
        expect(range(40, 290)).toBe('до 5 мин');
        expect(range(3000, 4500)).toBe('50 мин – 1 ч 15 мин');
        expect(range(300, 600, 'en')).toBe('5–10 min');
    });

    it('says how many recalls are left in the right case', () => {
        const speech = new Speech('ru');
        expect(speech.recallsLeft(1)).toBe('Неявка — после ещё 1 вызова');
        expect(speech.recallsLeft(3)).toBe('Неявка — после ещё 3 вызовов');
        expect(speech.recallsLeft(21)).toBe('Неявка — после ещё 21 вызова');
        expect(speech.minutesOf(1)).toBe('1 минуты');
        expect(speech.minutesOf(22)).toBe('22 минут');
    });

    it('writes a fraction as the language does', () => {
        expect(new Speech('ru').decimal(1.58)).toBe('1,6');
        expect(new Speech('en').decimal(1.58)).toBe('1.6');
    });

    it('falls back to the first language of the office', () => {
        expect(new Speech('en').inLanguage({ ru: 'Оплата' })).toBe('Оплата');
        expect(new Speech('en').inLanguage({ ru: 'Оплата', en: 'Payment' })).toBe('Payment');
        expect(new Speech('en').inLanguage({})).toBe('');
    });
});
