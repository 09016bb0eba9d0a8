import { folded } from '../folded';
import type { TopicChoice, Words } from '../wire';

export interface OfferedTopic {
    id: number;
    name: string;
    /** Of the visit's own service: offered before the others. */
    own: boolean;
    /** The digit that chooses it: 1 to 9 for the first nine. */
    digit: number | null;
}

/** Every word typed must begin a word of the name: "зам сч" finds "Замена счётчика". */
export function matches(name: string, typed: string): boolean {
    const words = folded(name).split(/[^\p{L}\p{N}]+/u);
    return folded(typed)
        .split(' ')
        .filter(Boolean)
        .every((part) => words.some((word) => word.startsWith(part)));
}

/**
 * The topics to choose from for a visit: those of its service, then those for every service, then
 * the rest; narrowed by what was typed.
 */
export function offeredTopics(
    topics: readonly TopicChoice[],
    service: number,
    typed: string,
    inLanguage: (words: Words) => string,
): OfferedTopic[] {
    const rank = (topic: TopicChoice) =>
        topic.services.includes(service) ? 0 : topic.services.length === 0 ? 1 : 2;
    return topics
        .map((topic) => ({ id: topic.id, name: inLanguage(topic.name), rank: rank(topic) }))
        .filter(({ name }) => matches(name, typed))
        .sort((one, other) => one.rank - other.rank)
        .map(({ id, name, rank: at }, index) => ({
            id,
            name,
            own: at < 2,
            digit: index < 9 ? index + 1 : null,
        }));
}
