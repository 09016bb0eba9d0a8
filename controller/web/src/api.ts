import { newRequestKey } from './request_key';
import { WireError, type Read } from './schema';
import { session, type Staff } from './wire';

/** How a request ended. Only an answer of the office ends it: see Api.act. */
export type Outcome<T> =
    | { kind: 'done'; value: T }
    | { kind: 'refused'; refusal: string }
    | { kind: 'signedOut' }
    | { kind: 'forbidden' }
    | { kind: 'failed'; status: number; error: string };

/** Why a request is being repeated. */
export type Trouble = 'noReply' | 'busy';

export interface Transport {
    fetch(path: string, init: RequestInit): Promise<Response>;
    wait(milliseconds: number, stop: AbortSignal): Promise<void>;
    newKey(): string;
}

const replyWithinMs = 8_000;
const firstPauseMs = 250;
const longestPauseMs = 4_000;

const browser: Transport = {
    fetch: (path, init) => fetch(path, init),
    newKey: newRequestKey,
    wait: (milliseconds, stop) =>
        new Promise((resolve) => {
            const timer = setTimeout(resolve, milliseconds);
            stop.addEventListener('abort', () => {
                clearTimeout(timer);
                resolve();
            });
        }),
};

/** The answers after which the same request may be sent again: nothing was decided. */
const busyStatuses = [408, 425, 429, 502, 503, 504];

/** The pages' side of the controller's HTTP API. */
export class Api {
    constructor(private readonly transport: Transport = browser) {}

    async get<T>(path: string, read: Read<T>): Promise<Outcome<T> | { kind: 'noReply' }> {
        const answer = await this.answerTo(path, { method: 'GET' });
        return answer ? outcomeOf(answer, read) : { kind: 'noReply' };
    }

    /**
     * Asks the office to do something once. A request that gets no answer, or one that decides
     * nothing, is sent again with the same key until the office has answered or `stop` is given.
     */
    async act<T>(
        path: string,
        body: object,
        read: Read<T>,
        stop: AbortSignal,
        onTrouble: (trouble: Trouble) => void = () => undefined,
    ): Promise<Outcome<T> | { kind: 'stopped' }> {
        const headers = {
            'Content-Type': 'application/json',
            'Idempotency-Key': this.transport.newKey(),
        };
        const request = { method: 'POST', headers, body: JSON.stringify(body) };
        let pauseMs = firstPauseMs;
        while (!stop.aborted) {
            const answer = await this.answerTo(path, request, stop);
            if (answer && !busyStatuses.includes(answer.status)) {
                return outcomeOf(answer, read);
            }
            if (stop.aborted) {
                break;
            }
            onTrouble(answer ? 'busy' : 'noReply');
            await this.transport.wait(Math.max(pauseMs, answer?.retryAfterMs ?? 0), stop);
            pauseMs = Math.min(pauseMs * 2, longestPauseMs);
        }
        return { kind: 'stopped' };
    }

    /** Who is signed in; null when nobody is. */
    async whoAmI(): Promise<Staff | null | 'noReply'> {
        const outcome = await this.get('/api/session', session);
        if (outcome.kind === 'noReply') {
            return 'noReply';
        }
        return outcome.kind === 'done' ? outcome.value.staff : null;
    }

    async signIn(
        login: string,
        password: string,
    ): Promise<Staff | 'wrong' | 'tooMany' | 'noReply'> {
        const answer = await this.answerTo('/api/session', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ login, password }),
        });
        if (!answer || answer.status >= 500) {
            return answer?.status === 503 ? 'tooMany' : 'noReply';
        }
        if (answer.status === 429) {
            return 'tooMany';
        }
        const outcome = outcomeOf(answer, session);
        return outcome.kind === 'done' ? outcome.value.staff : 'wrong';
    }

    /** False when no answer came: the person is still signed in. */
    async signOut(): Promise<boolean> {
        return (await this.answerTo('/api/session', { method: 'DELETE' })) !== null;
    }

    /** The answer read whole, or null when none came in time. */
    private async answerTo(
        path: string,
        init: RequestInit,
        stop?: AbortSignal,
    ): Promise<Answer | null> {
        const limit = new AbortController();
        const timer = setTimeout(() => limit.abort(), replyWithinMs);
        const giveUp = () => limit.abort();
        stop?.addEventListener('abort', giveUp);
        try {
            const response = await this.transport.fetch(path, {
                ...init,
                credentials: 'same-origin',
                cache: 'no-store',
                signal: limit.signal,
            });
            const retryAfter = Number(response.headers.get('Retry-After') ?? 0);
            return {
                status: response.status,
                body: await response.text(),
                retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : 0,
            };
        } catch {
            return null;
        } finally {
            clearTimeout(timer);
            stop?.removeEventListener('abort', giveUp);
        }
    }
}

interface Answer {
    status: number;
    body: string;
    retryAfterMs: number;
}

function outcomeOf<T>(answer: Answer, read: Read<T>): Outcome<T> {
    if (answer.status === 401) {
        return { kind: 'signedOut' };
    }
    if (answer.status === 403) {
        return { kind: 'forbidden' };
    }
    try {
        const body = JSON.parse(answer.body || '{}') as Record<string, unknown>;
        if (answer.status === 409 && typeof body['refusal'] === 'string') {
            return { kind: 'refused', refusal: body['refusal'] };
        }
        if (answer.status >= 200 && answer.status < 300) {
            return { kind: 'done', value: read(body, '') };
        }
        return { kind: 'failed', status: answer.status, error: String(body['error'] ?? '') };
    } catch (error) {
        const words = error instanceof WireError ? error.message : 'not readable';
        return { kind: 'failed', status: answer.status, error: words };
    }
}
