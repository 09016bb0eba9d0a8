import { createServer } from 'node:http';
import { createReadStream, existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { modules } from '../e2e/browser/modules.mjs';
import { FakeOffice, Refused, staff } from './fake_office.mjs';

const types = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.woff2': 'font/woff2',
};

const pageOf = { '/': 'index.html', '/console': 'console.html', '/dashboard': 'dashboard.html' };

const acting = /^\/api\/((windows|visits)\/\d+\/[a-z-]+|services\/\d+\/issuing|send-home)$/;

const rule = {
    order: 'earliestDue',
    statements: [
        {
            ru: 'Никого не обгонит тот, кто пришёл после его срока.',
            en: 'Nobody who comes after your due moment goes before you.',
        },
        {
            ru: 'Льготная категория приближает срок, но не отменяет чужих.',
            en: 'A priority category brings your due moment nearer.',
        },
    ],
};

/**
 * The controller's port as the pages see it, with faults to order: replies that are lost, a line
 * that is cut, a controller that is busy. Listens on loopback only.
 */
export class FakeController {
    constructor({ pages, office = new FakeOffice() }) {
        this.pages = pages;
        this.office = office;
        this.sessions = new Map();
        this.answers = new Map();
        this.requests = []; // Every request that acts: {path, key, body, staff, repeated}.
        this.loseReplies = 0; // Of the next acting requests: done, but never answered.
        this.loseRequests = 0; // Of the next acting requests: never arrive.
        this.busyAnswers = 0; // Of the next acting requests: 503.
        this.isCut = false;
        this.isMute = false; // Sockets stay open and say nothing.
        this.feeds = new Map();
        const { WebSocketServer } = modules('ws');
        this.sockets = new WebSocketServer({ noServer: true });
        this.server = createServer((request, response) => void this.answer(request, response));
        this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
        this.connections = new Set();
        this.server.on('connection', (socket) => {
            this.connections.add(socket);
            socket.on('close', () => this.connections.delete(socket));
            if (this.isCut) {
                socket.destroy();
            }
        });
        this.office.onChange = () => this.publish();
    }

    async start() {
        await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
        this.beat = setInterval(() => this.publish(), 5_000);
        this.url = `http://127.0.0.1:${this.server.address().port}`;
        return this.url;
    }

    async stop() {
        clearInterval(this.beat);
        this.cut();
        await new Promise((resolve) => this.server.close(resolve));
    }

    /** The network is gone: open connections break, new ones are refused. */
    cut() {
        this.isCut = true;
        for (const socket of this.connections) {
            socket.destroy();
        }
    }

    mend() {
        this.isCut = false;
    }

    publish() {
        if (this.isMute) {
            return;
        }
        for (const [socket, feed] of this.feeds) {
            socket.send(JSON.stringify(this.message(feed)));
        }
    }

    message(feed) {
        const view =
            feed === 'hall'
                ? this.office.hallView()
                : feed === 'dashboard'
                  ? this.office.dashboardView()
                  : this.office.windowView(Number(feed.split('/')[1]));
        return { feed, epoch: this.office.epoch, seq: this.office.seq, view };
    }

    who(request) {
        const cookie = /talon-session=([0-9a-f]+)/.exec(request.headers.cookie ?? '');
        return cookie ? this.sessions.get(cookie[1]) : undefined;
    }

    upgrade(request, socket, head) {
        const feed = request.url.replace('/api/feeds/', '');
        const person = this.who(request);
        const allowed = person && (feed !== 'dashboard' || person.role !== 'clerk');
        if (!allowed || this.isCut) {
            socket.end(`HTTP/1.1 ${person ? '403 Forbidden' : '401 Unauthorized'}\r\n\r\n`);
            return;
        }
        this.sockets.handleUpgrade(request, socket, head, (line) => {
            this.feeds.set(line, feed);
            line.on('close', () => this.feeds.delete(line));
            line.send(JSON.stringify(this.message(feed)));
        });
    }

    async answer(request, response) {
        response.setHeader('Content-Security-Policy', "default-src 'self'");
        // Chromium sends a request again by itself when a connection that it kept turns out dead.
        response.setHeader('Connection', 'close');
        const { pathname } = new URL(request.url, 'http://office');
        if (pathname in pageOf || pathname.startsWith('/assets/')) {
            this.sendFile(response, pageOf[pathname] ?? pathname.slice(1));
            return;
        }
        const parts = [];
        for await (const part of request) {
            parts.push(part);
        }
        let body = {};
        try {
            body = JSON.parse(Buffer.concat(parts).toString() || '{}');
        } catch {
            this.send(response, 400, { error: 'body is not JSON' });
            return;
        }
        this.answerApi(request, response, pathname, body);
    }

    answerApi(request, response, path, body) {
        const person = this.who(request);
        if (path === '/api/session' && request.method === 'POST') {
            const found = staff.find(
                ({ login, password }) => login === body.login && password === body.password,
            );
            if (!found) {
                this.send(response, 401, { error: 'wrong login or password' });
                return;
            }
            const session = randomBytes(16).toString('hex');
            this.sessions.set(session, found);
            response.setHeader(
                'Set-Cookie',
                `talon-session=${session}; HttpOnly; SameSite=Strict; Path=/`,
            );
            this.send(response, 200, { staff: this.shown(found) });
            return;
        }
        if (!person) {
            this.send(response, 401, { error: 'not signed in' });
        } else if (path === '/api/session' && request.method === 'GET') {
            this.send(response, 200, { staff: this.shown(person) });
        } else if (path === '/api/session' && request.method === 'DELETE') {
            const cookie = /talon-session=([0-9a-f]+)/.exec(request.headers.cookie ?? '');
            this.sessions.delete(cookie?.[1]);
            this.send(response, 200, {});
        } else if (path === '/api/windows' && request.method === 'GET') {
            this.send(response, 200, { windows: this.office.windowRows() });
        } else if (path === '/api/rule' && request.method === 'GET') {
            this.send(response, 200, rule);
        } else if (request.method === 'POST' && acting.test(path)) {
            this.act(request, response, path, body, person);
        } else {
            this.send(response, 404, { error: 'no such path' });
        }
    }

    act(request, response, path, body, person) {
        const key = request.headers['idempotency-key'];
        if (!key || !/^[A-Za-z0-9-]{1,64}$/.test(key)) {
            this.send(response, 400, { error: 'Idempotency-Key is missing' });
            return;
        }
        if (this.loseRequests > 0) {
            this.loseRequests -= 1;
            request.socket.destroy();
            return;
        }
        const repeated = this.answers.has(key);
        this.requests.push({ path, key, body, staff: person.login, repeated });
        if (this.busyAnswers > 0) {
            this.busyAnswers -= 1;
            this.send(response, 503, { error: 'busy' });
            return;
        }
        if (!repeated) {
            this.answers.set(key, this.decide(path, body, person));
        }
        if (this.loseReplies > 0) {
            this.loseReplies -= 1;
            request.socket.destroy();
            return;
        }
        const { status, reply } = this.answers.get(key);
        this.send(response, status, reply);
    }

    decide(path, body, person) {
        try {
            return { status: 200, reply: this.replyTo(path, body, person) };
        } catch (error) {
            if (!(error instanceof Refused)) {
                throw error;
            }
            return { status: 409, reply: { refusal: error.message } };
        }
    }

    replyTo(path, body, person) {
        const [, , kind, id, action] = path.split('/');
        switch (kind) {
            case 'windows':
                this.office.act(Number(id), action, person.id, body);
                return this.office.windowView(Number(id));
            case 'visits':
                return this.office.actOnVisit(Number(id), action, person.id, body);
            case 'services':
                this.office.setIssuing(Number(id), body.mode);
                return {};
            default:
                this.office.sendHome();
                return {};
        }
    }

    shown({ id, login, name, role }) {
        return { id, login, name, role };
    }

    send(response, status, body) {
        response.statusCode = status;
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(body));
    }

    sendFile(response, name) {
        const path = join(this.pages, name);
        if (name.includes('..') || !existsSync(path)) {
            response.statusCode = 404;
            response.end();
            return;
        }
        response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
        createReadStream(path).pipe(response);
    }
}
