import type { Staff } from '../wire';

/** What a person may change in the hall; the office checks it once more. */
export interface Rights {
    issuing: boolean;
    sendHome: boolean;
}

export function rightsOf({ role }: Pick<Staff, 'role'>): Rights {
    return {
        issuing: role === 'manager' || role === 'hallAdministrator',
        sendHome: role === 'manager',
    };
}
