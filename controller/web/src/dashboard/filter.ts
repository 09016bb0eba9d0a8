import { folded } from '../folded';
import type { VisitRow, VisitState } from '../wire';

/** The words of a row that a search looks through. */
export type WordsOf = (visit: VisitRow) => readonly string[];

/** Visits in one state, or all, whose row has every word that was typed. */
export function filterVisits(
    visits: readonly VisitRow[],
    state: VisitState | null,
    typed: string,
    wordsOf: WordsOf,
): VisitRow[] {
    const parts = folded(typed).split(' ').filter(Boolean);
    return visits.filter((visit) => {
        if (state !== null && visit.state !== state) {
            return false;
        }
        const words = folded(wordsOf(visit).join(' '));
        return parts.every((part) => words.includes(part));
    });
}
