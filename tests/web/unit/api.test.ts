import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Api, type Transport } from '../../../controller/web/src/api';
import { newRequestKey } from '../../../controller/web/src/request_key';
import { integer, record } from '../../../controller/web/src/schema';

const reply = record({ done: integer });
const never = new AbortController().signal;

type Reply = 'lost' | { status: number; body?: unknown; retryAfter?: string };

/** Answers in the order given and keeps what was sent. */
class FakeTransport implements Transport {
    sent: { path: string; key: string | undefined; body: unknown }[] = [];
    pauses: number[] = [];
    private keys = 0;

    constructor(private readonly replies: Reply[]) {}

    newKey = () => `key-${(this.keys += 1)}`;

    wait = async (milliseconds: number) => {
        this.pauses.push(milliseconds);
    };

    fetch = async (path: string, init: RequestInit) => {
        const headers = (init.headers ?? {}) as Record<string, string>;
        this.sent.push({ path, key: headers['Idempotency-Key'], body: init.body });
        const next = this.replies.shift() ?? 'lost';
        if (next === 'lost') {
            throw new TypeError('network');
        }
        return new Response(JSON.stringify(next.body ?? {}), {
            status: next.status,
            headers: next.retryAfter ? { 'Retry-After': next.retryAfter } : {},
        });
    };
}

describe('an action', () => {
    it('is sent again with the same key until it is answered', async () => {
        const transport = new FakeTransport(['lost', 'lost', { status: 200, body: { done: 1 } }]);
        const troubles: string[] = [];
        const outcome = await new Api(transport).act('/a', { topic: 3 }, reply, never, (trouble) =>
            troubles.push(trouble),
        );
        expect(outcome).toEqual({ kind: 'done', value: { done: 1 } });
        expect(transport.sent).toEqual(
            Array(3).fill({ path: '/a', key: 'key-1', body: '{"topic":3}' }),
        );
        expect(troubles).toEqual(['noReply', 'noReply']);
    });

    it('has a key of its own', async () => {
        const transport = new FakeTransport([
            { status: 200, body: { done: 1 } },
            { status: 200, body: { done: 2 } },
        ]);
        const api = new Api(transport);
        await api.act('/a', {}, reply, never);
        await api.act('/a', {}, reply, never);
        expect(transport.sent.map(({ key }) => key)).toEqual(['key-1', 'key-2']);
    });

    it('waits longer each time, and as long as it is told to', async () => {
        const transport = new FakeTransport([
            ...Array<Reply>(6).fill('lost'),
            { status: 503, retryAfter: '7' },
            { status: 200, body: { done: 1 } },
        ]);
        await new Api(transport).act('/a', {}, reply, never);
        expect(transport.pauses).toEqual([250, 500, 1000, 2000, 4000, 4000, 7000]);
    });

    it('is not repeated once the office has said no', async () => {
        const transport = new FakeTransport([{ status: 409, body: { refusal: 'queueEmpty' } }]);
        const outcome = await new Api(transport).act('/a', {}, reply, never);
        expect(outcome).toEqual({ kind: 'refused', refusal: 'queueEmpty' });
        expect(transport.sent).toHaveLength(1);
    });

    it.each([
        [401, { kind: 'signedOut' }],
        [403, { kind: 'forbidden' }],
        [400, { kind: 'failed', status: 400, error: 'topic is missing' }],
        [422, { kind: 'failed', status: 422, error: 'topic is missing' }],
        [500, { kind: 'failed', status: 500, error: 'topic is missing' }],
    ])('ends with the answer %i', async (status, outcome) => {
        const transport = new FakeTransport([{ status, body: { error: 'topic is missing' } }]);
        expect(await new Api(transport).act('/a', {}, reply, never)).toEqual(outcome);
        expect(transport.sent).toHaveLength(1);
    });

    it('is given up when its page is left', async () => {
        const stop = new AbortController();
        const transport = new FakeTransport([]);
        const outcome = await new Api(transport).act('/a', {}, reply, stop.signal, () =>
            stop.abort(),
        );
        expect(outcome).toEqual({ kind: 'stopped' });
        expect(transport.sent).toHaveLength(1);
    });

    it('does not take an answer that it cannot read for a success', async () => {
        const transport = new FakeTransport([{ status: 200, body: { finished: true } }]);
        const outcome = await new Api(transport).act('/a', {}, reply, never);
        expect(outcome).toEqual({ kind: 'failed', status: 200, error: 'done is missing' });
    });
});

describe('a sign-in', () => {
    const staff = { id: 1, login: 'ivanova', name: 'Иванова Анна', role: 'clerk' };

    it.each<[Reply, unknown]>([
        [{ status: 200, body: { staff } }, staff],
        [{ status: 401 }, 'wrong'],
        [{ status: 429 }, 'tooMany'],
        [{ status: 503 }, 'tooMany'],
        ['lost', 'noReply'],
    ])('answered %j', async (answer, expected) => {
        expect(await new Api(new FakeTransport([answer])).signIn('ivanova', 'x')).toEqual(expected);
    });
});

describe('a request key', () => {
    it('is a UUID also where crypto.randomUUID is missing, as on plain http', () => {
        const random = {
            getRandomValues: (bytes: Uint8Array) => bytes.fill(0xff),
        } as unknown as Crypto;
        expect(newRequestKey(random)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
    });

    it('is never the same twice', () => {
        const random = {
            getRandomValues: (bytes: Uint8Array) => webcrypto.getRandomValues(bytes),
        } as unknown as Crypto;
        const keys = Array.from({ length: 1000 }, () => newRequestKey(random));
        expect(new Set(keys).size).toBe(1000);
        expect(keys.every((key) => /^[A-Za-z0-9-]{1,64}$/.test(key))).toBe(true);
    });
});
