import { describe, expect, it } from 'vitest';
import { Speech } from '../../../controller/web/src/i18n';
import { reasonText } from '../../../controller/web/src/reason';
import type { CallReason } from '../../../controller/web/src/wire';

const byRule: CallReason = {
    waitedSeconds: 14 * 60 + 20,
    targetSeconds: 15 * 60,
    helping: false,
    onlyHere: false,
    category: null,
    bookedFor: null,
    outOfTurn: '',
};

const categories = [{ id: 4, name: { ru: 'С ребёнком до трёх лет', en: 'With a child' } }];

const said = (more: Partial<CallReason>, language: 'ru' | 'en' = 'ru') =>
    reasonText({ ...byRule, ...more }, categories, 240, new Speech(language));

describe('the reason of a call', () => {
    it('is the wait against its target', () => {
        expect(said({})).toBe('Ждал 14 из 15 минут');
        expect(said({ waitedSeconds: 30, targetSeconds: 21 * 60 })).toBe('Ждал 0 из 21 минуты');
        expect(said({}, 'en')).toBe('Waited 14 of 15 minutes');
    });

    it('says by how much the wait was too long', () => {
        expect(said({ waitedSeconds: 17 * 60 })).toBe('Ждал 17 мин, дольше срока на 2 мин');
        expect(said({ waitedSeconds: 15 * 60 + 59 })).toBe('Ждал 15 из 15 минут');
    });

    it('knows who need not wait at all', () => {
        expect(said({ waitedSeconds: 240, targetSeconds: 0 })).toBe(
            'Ждал 4 мин, по сроку — без ожидания',
        );
    });

    it('names the category and the booking', () => {
        expect(said({ category: 4, bookedFor: Date.UTC(2026, 10, 24, 6, 40) })).toBe(
            'Ждал 14 из 15 минут; льготная категория: С ребёнком до трёх лет; запись на 10:40',
        );
    });

    it('says that the window helped, or was the only one', () => {
        expect(said({ helping: true })).toBe('Ждал 14 из 15 минут; помощь другим окнам');
        expect(said({ onlyHere: true })).toBe('Ждал 14 из 15 минут; направлен именно к этому окну');
    });

    it('begins with what set the rule aside', () => {
        expect(said({ outOfTurn: 'опаздывает на поезд' })).toBe(
            'Вне очереди: опаздывает на поезд. Ждал 14 из 15 минут',
        );
    });
});
