import { hoursAndMinutes } from '../time';
import { refusals, type Refusal, type WaitRange, type Words } from '../wire';
import { en } from './en';
import { ru, type TextName, type Texts } from './ru';

export type { TextName } from './ru';

/** Every language of the pages, the first one first. Another is one more file and one more row. */
export const languages = { ru, en } satisfies Record<string, Texts>;

export type Language = keyof typeof languages;

export const firstLanguage: Language = 'ru';

const remembered = 'talon-language';

export function rememberedLanguage(storage: Storage = localStorage): Language {
    const kept = storage.getItem(remembered);
    return kept !== null && kept in languages ? (kept as Language) : firstLanguage;
}

export function rememberLanguage(language: Language, storage: Storage = localStorage): void {
    storage.setItem(remembered, language);
}

export type Values = Record<string, string | number>;

/** The texts of one language, ready to be filled in. */
export class Speech {
    private readonly plurals: Intl.PluralRules;

    constructor(readonly language: Language) {
        this.plurals = new Intl.PluralRules(language);
    }

    say(name: TextName, values: Values = {}): string {
        return languages[this.language][name].replace(/\{([a-zA-Z]+)\}/g, (whole, key: string) =>
            key in values ? String(values[key]) : whole,
        );
    }

    /** A text of the office's own settings; in the first language where there is no other. */
    inLanguage(words: Words): string {
        return words[this.language] ?? words[firstLanguage] ?? '';
    }

    times(count: number): string {
        return this.counted(count, 'timesOne', 'timesFew', 'timesMany');
    }

    people(count: number): string {
        return this.counted(count, 'peopleOne', 'peopleFew', 'peopleMany');
    }

    /** "of 15 minutes": whole minutes in the case that follows a preposition. */
    minutesOf(count: number): string {
        return this.counted(count, 'minutesOfOne', 'minutesOfFew', 'minutesOfMany');
    }

    recallsLeft(count: number): string {
        return this.counted(count, 'recallsOne', 'recallsFew', 'recallsMany');
    }

    /** "1,6" or "1.6". */
    decimal(value: number): string {
        return new Intl.NumberFormat(this.language, { maximumFractionDigits: 1 }).format(value);
    }

    /** "5–10 min": whole minutes, and never narrower than what was forecast. */
    range({ lowSeconds, highSeconds }: WaitRange): string {
        const low = Math.floor(lowSeconds / 60);
        const high = Math.max(1, Math.ceil(highSeconds / 60));
        if (low === 0) {
            return high < 60
                ? this.say('rangeUpTo', { high })
                : this.say('rangeLong', { low: this.length(0), high: this.length(high * 60_000) });
        }
        if (low >= high) {
            return this.length(low * 60_000);
        }
        return high < 60
            ? this.say('rangeMinutes', { low, high })
            : this.say('rangeLong', {
                  low: this.length(low * 60_000),
                  high: this.length(high * 60_000),
              });
    }

    /** "7 min", "1 h 05 min". */
    length(milliseconds: number): string {
        const { hours, minutes } = hoursAndMinutes(milliseconds);
        return hours > 0
            ? this.say('hoursShort', { hours, minutes: String(minutes).padStart(2, '0') })
            : this.say('minutesShort', { minutes });
    }

    /** "7 min", "45 s" when it is not even a minute. */
    shortLength(milliseconds: number): string {
        return milliseconds < 60_000
            ? this.say('secondsShort', { seconds: Math.max(0, Math.floor(milliseconds / 1000)) })
            : this.length(milliseconds);
    }

    refusal(refusal: string): string {
        return (refusals as readonly string[]).includes(refusal)
            ? this.say(`refusal_${refusal as Refusal}`)
            : this.say('refusal_other', { refusal });
    }

    private counted(count: number, one: TextName, few: TextName, many: TextName): string {
        const rule = this.plurals.select(count);
        return this.say(rule === 'one' ? one : rule === 'few' ? few : many, { count });
    }
}
