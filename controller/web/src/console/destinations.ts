import { matches } from './topics';
import type { VisitRow, WindowChoice, WindowView, Words } from '../wire';

export interface OfferedService {
    id: number;
    name: string;
    /** The one that the visit is for now. */
    same: boolean;
}

/** The services that a visit can go on to, narrowed by what was typed; the present one first. */
export function offeredServices(
    view: WindowView,
    visit: VisitRow,
    typed: string,
    inLanguage: (words: Words) => string,
): OfferedService[] {
    return view.services
        .map(({ id, name }) => ({ id, name: inLanguage(name), same: id === visit.service }))
        .filter(({ name }) => matches(name, typed))
        .sort((one, other) => Number(other.same) - Number(one.same));
}

/** The windows that can serve it and at which somebody works. */
export function offeredWindows(view: WindowView, service: number): WindowChoice[] {
    return view.windows.filter(
        ({ state, services }) => state !== 'closed' && services.includes(service),
    );
}
