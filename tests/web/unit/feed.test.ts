import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Feed, type FeedEnvironment, type WebSocketLike } from '../../../controller/web/src/feed';
import { integer, record } from '../../../controller/web/src/schema';

const view = record({ waiting: integer });

class FakeSocket implements WebSocketLike {
    onmessage: ((event: { data: unknown }) => void) | null = null;
    onclose: (() => void) | null = null;
    isClosed = false;

    close(): void {
        this.isClosed = true;
    }

    say(waiting: number, { epoch = 1, seq = 1 } = {}): void {
        const message = { feed: 'windows/5', epoch, seq, view: { waiting } };
        this.onmessage?.({ data: JSON.stringify(message) });
    }
}

/** Time that stands still until a test moves it. */
class FakeWorld implements FeedEnvironment {
    sockets: FakeSocket[] = [];
    now = 0;
    private timers = new Map<number, { at: number; run: () => void }>();
    private lastTimer = 0;

    open = () => {
        const socket = new FakeSocket();
        this.sockets.push(socket);
        return socket;
    };

    setTimer = (run: () => void, milliseconds: number) => {
        this.lastTimer += 1;
        this.timers.set(this.lastTimer, { at: this.now + milliseconds, run });
        return this.lastTimer;
    };

    clearTimer = (timer: number) => void this.timers.delete(timer);

    random = () => 0.5; // The middle of the spread: pauses as they are.

    pass(milliseconds: number): void {
        const until = this.now + milliseconds;
        for (;;) {
            const next = [...this.timers].sort((one, other) => one[1].at - other[1].at)[0];
            if (!next || next[1].at > until) {
                break;
            }
            this.timers.delete(next[0]);
            this.now = next[1].at;
            next[1].run();
        }
        this.now = until;
    }

    get socket(): FakeSocket {
        return this.sockets[this.sockets.length - 1] as FakeSocket;
    }
}

describe('a feed', () => {
    let world: FakeWorld;
    let seen: number[];
    let states: string[];
    let refused: number;
    let feed: Feed<{ waiting: number }>;

    beforeEach(() => {
        vi.spyOn(console, 'error').mockImplementation(() => undefined);
        world = new FakeWorld();
        seen = [];
        states = [];
        refused = 0;
        const listener = {
            onView: ({ waiting }: { waiting: number }) => seen.push(waiting),
            onState: (state: string) => states.push(state),
            onRefused: () => (refused += 1),
        };
        feed = new Feed('/api/feeds/windows/5', view, listener, world);
    });

    it('shows each view as it comes', () => {
        world.socket.say(3);
        world.socket.say(4, { seq: 2 });
        expect(seen).toEqual([3, 4]);
        expect(states).toEqual(['live', 'live']);
    });

    it('comes back by itself, at first at once and then ever slower up to five seconds', () => {
        const pauses: number[] = [];
        for (let count = 0; count < 8; count += 1) {
            const before = world.sockets.length;
            const at = world.now;
            world.socket.onclose?.();
            while (world.sockets.length === before) {
                world.pass(50);
            }
            pauses.push(world.now - at);
        }
        expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
    });

    it('begins with a short pause again after it was live', () => {
        world.socket.onclose?.();
        world.pass(250);
        world.socket.onclose?.();
        world.pass(500);
        world.socket.say(1);
        world.socket.onclose?.();
        world.pass(250);
        expect(world.sockets).toHaveLength(4);
    });

    it('takes a line that says nothing for 20 seconds to be dead', () => {
        world.socket.say(1);
        world.pass(19_900);
        world.socket.say(2);
        world.pass(19_900);
        expect(world.sockets).toHaveLength(1);
        world.pass(400);
        expect(world.sockets[0]?.isClosed).toBe(true);
        expect(world.sockets).toHaveLength(2);
        expect(states).toEqual(['live', 'live', 'lost']);
    });

    it('does not listen to a line that it has given up', () => {
        const old = world.socket;
        old.onclose?.();
        world.pass(250);
        old.say(9);
        expect(seen).toEqual([]);
    });

    it('does not go back to an older view, nor to an older database', () => {
        world.socket.say(1, { epoch: 2, seq: 10 });
        world.socket.say(2, { epoch: 2, seq: 9 });
        world.socket.say(3, { epoch: 1, seq: 50 });
        world.socket.say(4, { epoch: 3, seq: 1 });
        expect(seen).toEqual([1, 4]);
    });

    it('says when it cannot read what it hears', () => {
        world.socket.onmessage?.({ data: '{"feed":"windows/5","epoch":1,"seq":1,"view":{}}' });
        world.socket.onmessage?.({ data: 'not JSON' });
        expect(states).toEqual(['unreadable', 'unreadable']);
        expect(seen).toEqual([]);
    });

    it('asks whether anybody is signed in when a line ends before its first view', () => {
        world.socket.onclose?.();
        expect(refused).toBe(1);
        world.pass(250);
        world.socket.say(1);
        world.socket.onclose?.();
        expect(refused).toBe(1);
    });

    it('hurries when the network is said to be back, but leaves a good line alone', () => {
        for (let count = 0; count < 5; count += 1) {
            world.socket.onclose?.();
            world.pass(5000);
        }
        world.socket.onclose?.();
        const before = world.sockets.length;
        feed.hurry();
        expect(world.sockets).toHaveLength(before + 1);
        world.socket.say(1);
        feed.hurry();
        expect(world.sockets).toHaveLength(before + 1);
    });

    it('makes its line anew after a sleep, however well it seems', () => {
        world.socket.say(1);
        feed.doubt();
        expect(world.sockets[0]?.isClosed).toBe(true);
        expect(world.sockets).toHaveLength(2);
    });

    it('is quiet once it is stopped', () => {
        feed.stop();
        world.pass(60_000);
        expect(world.sockets).toHaveLength(1);
        expect(world.sockets[0]?.isClosed).toBe(true);
    });
});
