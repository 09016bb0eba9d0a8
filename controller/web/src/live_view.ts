import { Feed, type FeedEnvironment, type LinkState } from './feed';
import type { Read } from './schema';
import { OfficeClock } from './time';
import type { OfficePresent } from './wire';

export interface LiveState<T> {
    view: T | null;
    link: LinkState;
}

/** A break shorter than this is healed before anybody need know of it. */
const graceMs = 1_500;
const watchEveryMs = 2_000;
const asleepMs = 10_000;

/**
 * The present view of one feed, as a page shows it: the latest view, whether it is still the
 * present, and the office's clock.
 */
export class LiveView<T extends { office: OfficePresent }> {
    readonly clock: OfficeClock;
    state: LiveState<T> = { view: null, link: 'connecting' };

    private readonly feed: Feed<T>;
    private readonly changed = new Set<() => void>();
    private grace: number | null = null;
    private readonly watch: number;
    private watchedAt = Date.now();

    constructor(path: string, read: Read<T>, onRefused: () => void, environment?: FeedEnvironment) {
        this.clock = new OfficeClock(() => performance.now());
        const listener = {
            onView: (view: T) => this.show(view),
            onState: (link: LinkState) => this.hearOfLink(link),
            onRefused,
        };
        this.feed = environment
            ? new Feed(path, read, listener, environment)
            : new Feed(path, read, listener);
        this.watch = window.setInterval(this.lookAround, watchEveryMs);
        window.addEventListener('online', this.hurry);
        window.addEventListener('pageshow', this.hurry);
        document.addEventListener('visibilitychange', this.hurry);
    }

    /** Calls back on every change; returns what ends that. */
    follow(onChange: () => void): () => void {
        this.changed.add(onChange);
        return () => this.changed.delete(onChange);
    }

    /**
     * A view that came as a reply. A repeated request gets its first answer, which may be older
     * than what the feed has shown since: only a newer one is taken.
     */
    offer(view: T): void {
        if (!this.state.view || view.office.now > this.state.view.office.now) {
            this.show(view);
        }
    }

    stop(): void {
        this.feed.stop();
        this.changed.clear();
        window.clearInterval(this.watch);
        if (this.grace !== null) {
            window.clearTimeout(this.grace);
        }
        window.removeEventListener('online', this.hurry);
        window.removeEventListener('pageshow', this.hurry);
        document.removeEventListener('visibilitychange', this.hurry);
    }

    private readonly hurry = (): void => this.feed.hurry();

    /** A machine that slept does not know that its line is dead. */
    private readonly lookAround = (): void => {
        const now = Date.now();
        if (now - this.watchedAt > asleepMs && !document.hidden) {
            this.feed.doubt();
        }
        this.watchedAt = now;
    };

    private show(view: T): void {
        this.clock.hear(view.office);
        this.state = { ...this.state, view };
        this.tell();
    }

    private hearOfLink(link: LinkState): void {
        if (link !== 'lost') {
            if (this.grace !== null) {
                window.clearTimeout(this.grace);
                this.grace = null;
            }
            this.setLink(link);
        } else if (this.grace === null && this.state.link !== 'lost') {
            this.grace = window.setTimeout(() => {
                this.grace = null;
                this.setLink('lost');
            }, graceMs);
        }
    }

    private setLink(link: LinkState): void {
        if (this.state.link !== link) {
            this.state = { ...this.state, link };
            this.tell();
        }
    }

    private tell(): void {
        for (const onChange of this.changed) {
            onChange();
        }
    }
}
