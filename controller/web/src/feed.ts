import { WireError, type Read } from './schema';
import { feedMessage } from './wire';

/** live: what is shown is the present. The page says so whenever it is not. */
export type LinkState = 'connecting' | 'live' | 'lost' | 'unreadable';

export interface FeedEnvironment {
    open(path: string): WebSocketLike;
    setTimer(run: () => void, milliseconds: number): number;
    clearTimer(timer: number): void;
    random(): number;
}

/** The part of WebSocket that a feed uses. */
export interface WebSocketLike {
    onmessage: ((event: { data: unknown }) => void) | null;
    onclose: (() => void) | null;
    close(): void;
}

const silenceMs = 20_000; // The controller speaks every 15 s at the least.
const firstPauseMs = 250;
const longestPauseMs = 5_000;

function browserEnvironment(): FeedEnvironment {
    return {
        open: (path) => {
            const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
            return new WebSocket(`${scheme}//${location.host}${path}`) as unknown as WebSocketLike;
        },
        setTimer: (run, milliseconds) => window.setTimeout(run, milliseconds),
        clearTimer: (timer) => window.clearTimeout(timer),
        random: Math.random,
    };
}

export interface FeedListener<T> {
    onView(view: T): void;
    onState(state: LinkState): void;
    /** The line broke before a first view came: perhaps nobody is signed in any more. */
    onRefused(): void;
}

/**
 * Follows one view of the office. Each message is the whole view, so that nothing depends on
 * having heard the one before; a line that breaks or falls silent is made anew.
 */
export class Feed<T> {
    private socket: WebSocketLike | null = null;
    private timer: number | null = null;
    private pauseMs = firstPauseMs;
    private heard = false; // On this line.
    private latest = { epoch: 0, seq: -1 };
    private stopped = false;

    constructor(
        private readonly path: string,
        private readonly read: Read<T>,
        private readonly listener: FeedListener<T>,
        private readonly environment: FeedEnvironment = browserEnvironment(),
    ) {
        this.connect();
    }

    /** Tries at once: the machine woke up, or the network is said to be back. */
    hurry(): void {
        if (this.stopped || this.heard) {
            return;
        }
        this.pauseMs = firstPauseMs;
        this.drop();
        this.connect();
    }

    /** Makes the line anew although it may seem well: it was asleep. */
    doubt(): void {
        if (!this.stopped) {
            this.heard = false;
            this.hurry();
        }
    }

    stop(): void {
        this.stopped = true;
        this.drop();
    }

    private connect(): void {
        this.heard = false;
        const socket = this.environment.open(this.path);
        this.socket = socket;
        socket.onmessage = (event) => {
            if (this.socket === socket) {
                this.hear(event.data);
            }
        };
        socket.onclose = () => {
            if (this.socket === socket) {
                this.lose();
            }
        };
        this.restartTimer(() => this.lose(), silenceMs);
    }

    private hear(data: unknown): void {
        this.restartTimer(() => this.lose(), silenceMs);
        try {
            const message = feedMessage(JSON.parse(String(data)), '');
            if (message.epoch < this.latest.epoch) {
                return; // An older database than one seen before is not believed.
            }
            if (message.epoch === this.latest.epoch && message.seq < this.latest.seq) {
                return;
            }
            const view = this.read(message.view, 'view');
            this.latest = { epoch: message.epoch, seq: message.seq };
            this.heard = true;
            this.pauseMs = firstPauseMs;
            this.listener.onView(view);
            this.listener.onState('live');
        } catch (error) {
            if (!(error instanceof WireError) && !(error instanceof SyntaxError)) {
                throw error;
            }
            console.error(`${this.path}: ${error.message}`);
            this.listener.onState('unreadable');
        }
    }

    private lose(): void {
        const early = !this.heard;
        this.drop();
        this.listener.onState('lost');
        if (early) {
            this.listener.onRefused();
        }
        if (this.stopped) {
            return;
        }
        // Spread over time, so that a controller that comes back is not met by all at once.
        const pauseMs = this.pauseMs * (0.75 + this.environment.random() / 2);
        this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
        this.restartTimer(() => this.connect(), Math.min(pauseMs, longestPauseMs));
    }

    private drop(): void {
        const socket = this.socket;
        this.socket = null;
        this.heard = false;
        if (this.timer !== null) {
            this.environment.clearTimer(this.timer);
            this.timer = null;
        }
        socket?.close();
    }

    private restartTimer(run: () => void, milliseconds: number): void {
        if (this.timer !== null) {
            this.environment.clearTimer(this.timer);
        }
        this.timer = this.environment.setTimer(run, milliseconds);
    }
}
