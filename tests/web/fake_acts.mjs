/** What people ask of the small office, and when it says no. Each changes the office or throws. */

const minute = 60_000;
const undoWithinMs = 60_000;

export class Refused extends Error {}

const refuse = (refusal) => {
    throw new Refused(refusal);
};

const servedBy = (window) => [...window.services, ...window.helpsWith];

/** The desk of the clerk who asks. */
function deskOf(office, windowId, clerk) {
    const desk = office.desks.get(windowId) ?? refuse('unknownWindow');
    if (desk.state === 'closed') {
        refuse('windowClosed');
    }
    if (desk.clerk !== clerk) {
        refuse('windowTaken');
    }
    return desk;
}

/** The visit at the desk, if it is the one that was meant. */
function visitAt(office, desk, body) {
    const visit = office.visits.find((one) => one.visit === desk.visit);
    if (body.visit !== undefined && body.visit !== desk.visit) {
        refuse('visitChanged');
    }
    return visit ?? refuse('windowIdle');
}

function calledAt(office, desk, body) {
    const visit = visitAt(office, desk, body);
    if (visit.state === 'serving') {
        refuse('alreadyStarted');
    }
    return visit;
}

/** Keeps what an action changes, so that it can be taken back for a while. */
function remember(office, desk, visit) {
    desk.last = {
        visit,
        before: { ...visit },
        deskVisit: desk.visit,
        until: office.now() + undoWithinMs,
    };
}

function callTo(office, desk, windowId, visit, helping, outOfTurn = '') {
    const now = office.now();
    remember(office, desk, visit);
    Object.assign(visit, {
        state: 'called',
        window: windowId,
        calledAt: now,
        timesCalled: 1,
        heldUntil: null,
        forecast: null,
        reason: {
            waitedSeconds: Math.round((now - visit.joinedAt) / 1000),
            targetSeconds: Math.round((visit.due - visit.joinedAt) / 1000),
            helping,
            onlyHere: visit.onlyAt === windowId,
            category: visit.category,
            bookedFor: visit.bookedFor,
            outOfTurn,
        },
    });
    desk.visit = visit.visit;
    office.calls.unshift({ visit, times: 1, at: now });
}

/** Sends a visit to wait for its next service. */
function passOn(visit, to, route) {
    Object.assign(visit, {
        state: 'waiting',
        before: [...visit.before, visit.service],
        service: to.service,
        onlyAt: to.onlyAt,
        then: route.map(({ service }) => service),
        route,
        window: null,
        calledAt: null,
        startedAt: null,
        timesCalled: 0,
        reason: null,
    });
}

const atDesk = {
    pause: (office, desk) => {
        if (desk.visit) {
            refuse('windowHasVisit');
        }
        desk.state = 'paused';
    },
    close: (office, desk) => {
        if (desk.visit) {
            refuse('windowHasVisit');
        }
        Object.assign(desk, { state: 'closed', clerk: null, backAt: null, last: null });
    },
    break: (office, desk, windowId, body) => {
        if (desk.visit) {
            refuse('windowHasVisit');
        }
        const mine = office.window(windowId).services;
        const covers = (id, other) =>
            id !== windowId &&
            other.state === 'open' &&
            mine.some((service) => servedBy(office.window(id)).includes(service));
        if (!body.evenAlone && ![...office.desks].some(([id, other]) => covers(id, other))) {
            refuse('breakNotCovered');
        }
        Object.assign(desk, { state: 'onBreak', backAt: office.now() + 15 * minute });
    },
    'call-next': (office, desk, windowId) => {
        if (desk.visit) {
            refuse('windowHasVisit');
        }
        if (desk.state !== 'open') {
            refuse('windowClosed');
        }
        const next = office.queueOf(windowId)[0] ?? refuse('queueEmpty');
        if (desk.nextBreak && desk.nextBreak.begins <= office.now()) {
            const backAt = office.now() + desk.nextBreak.minutes * minute;
            Object.assign(desk, { state: 'onBreak', backAt, nextBreak: null });
            return;
        }
        const helping = !office.window(windowId).services.includes(next.service);
        callTo(office, desk, windowId, next, helping);
    },
    call: (office, desk, windowId, body) => {
        if (desk.visit) {
            refuse('windowHasVisit');
        }
        const visit = office.visitById(body.visit);
        if (!['waiting', 'held'].includes(visit.state)) {
            refuse('visitElsewhere');
        }
        if (Buffer.byteLength(body.why ?? '') < 3) {
            refuse('reasonMissing');
        }
        callTo(office, desk, windowId, visit, false, body.why);
    },
    recall: (office, desk, windowId, body) => {
        const visit = calledAt(office, desk, body);
        visit.timesCalled += 1;
        office.calls.unshift({ visit, times: visit.timesCalled, at: office.now() });
    },
    start: (office, desk, windowId, body) => {
        const visit = calledAt(office, desk, body);
        remember(office, desk, visit);
        Object.assign(visit, { state: 'serving', startedAt: office.now() });
    },
    'no-show': (office, desk, windowId, body) => {
        const visit = calledAt(office, desk, body);
        if (office.recallsLeft(visit) > 0) {
            refuse('recallFirst');
        }
        remember(office, desk, visit);
        Object.assign(visit, { state: 'noShow', endedAt: office.now() });
        desk.visit = null;
    },
    'put-back': (office, desk, windowId, body) => {
        const visit = calledAt(office, desk, body);
        remember(office, desk, visit);
        Object.assign(visit, { state: 'waiting', window: null, calledAt: null, reason: null });
        desk.visit = null;
    },
    finish: (office, desk, windowId, body) => {
        const visit = visitAt(office, desk, body);
        if (visit.state !== 'serving') {
            refuse('notStarted');
        }
        if (!office.settings.topics.some(({ id }) => id === body.topic)) {
            refuse('unknownTopic');
        }
        remember(office, desk, visit);
        desk.visit = null;
        const [to, ...route] = [...(body.then ? [body.then] : []), ...visit.route];
        if (to) {
            passOn(visit, to, route);
        } else {
            Object.assign(visit, { state: 'finished', endedAt: office.now(), topic: body.topic });
        }
    },
    undo: (office, desk) => {
        const { last } = desk;
        if (!last || last.until < office.now()) {
            refuse(last ? 'tooLateToUndo' : 'nothingToUndo');
        }
        Object.assign(last.visit, last.before);
        Object.assign(desk, { visit: last.deskVisit, last: null });
    },
};

/** What a clerk asks for at a window. */
export function actAtWindow(office, windowId, action, clerk, body) {
    if (action === 'open') {
        const desk = office.desks.get(windowId) ?? refuse('unknownWindow');
        if (desk.state !== 'closed' && desk.clerk !== clerk) {
            refuse('windowTaken');
        }
        if ([...office.desks].some(([id, other]) => id !== windowId && other.clerk === clerk)) {
            refuse('clerkElsewhere');
        }
        Object.assign(desk, { state: 'open', clerk, backAt: null });
        return;
    }
    const desk = deskOf(office, windowId, clerk);
    const act = atDesk[action];
    if (!act) {
        throw new Error(`no such action: ${action}`);
    }
    act(office, desk, windowId, body);
}

/** Takes a visit from the window of the clerk who asks, if it is there. */
function leave(office, visit, clerk) {
    if (!['called', 'serving'].includes(visit.state)) {
        return;
    }
    const desk = office.desks.get(visit.window);
    if (desk.clerk !== clerk) {
        refuse('visitElsewhere');
    }
    remember(office, desk, visit);
    desk.visit = null;
}

const ofVisit = {
    hold: (office, visit, clerk, body) => {
        leave(office, visit, clerk);
        Object.assign(visit, { state: 'held', heldUntil: body.until, forecast: null });
    },
    return: (office, visit) => {
        if (visit.state === 'waiting') {
            refuse('visitWaiting');
        }
        Object.assign(visit, { state: 'waiting', heldUntil: null, window: null, calledAt: null });
        Object.assign(visit, { endedAt: null, reason: null, timesCalled: 0 });
    },
    transfer: (office, visit, clerk, body) => {
        const { service, onlyAt, andBack, note } = body;
        const from = visit.window;
        const back = andBack ? [{ service: visit.service, onlyAt: from }] : [];
        leave(office, visit, clerk);
        passOn(visit, { service, onlyAt }, [...back, ...visit.route]);
        visit.note = note || visit.note;
    },
    cancel: (office, visit, clerk, body) => {
        leave(office, visit, clerk);
        Object.assign(visit, { state: 'cancelled', cancelled: body.why, endedAt: office.now() });
    },
    category: (office, visit, clerk, body) => {
        visit.category = body.category;
    },
};

/** What the staff asks for a visit, wherever it is. */
export function actOnVisit(office, visitId, action, clerk, body) {
    const visit = office.visitById(visitId);
    if (['finished', 'cancelled', 'dropped'].includes(visit.state)) {
        refuse('visitEnded');
    }
    const act = ofVisit[action];
    if (!act) {
        throw new Error(`no such action: ${action}`);
    }
    act(office, visit, clerk, body);
}

/** Ends the day for all who still wait. */
export function sendHome(office) {
    for (const visit of office.visits) {
        if (['waiting', 'held'].includes(visit.state)) {
            Object.assign(visit, { state: 'dropped', dropped: 'sentHome', endedAt: office.now() });
        }
    }
}
